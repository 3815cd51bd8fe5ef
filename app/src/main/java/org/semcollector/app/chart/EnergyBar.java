package org.semcollector.app.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One bar: the energy of one hour, day or month.
///
/// @param from start, inclusive
/// @param to end, exclusive
/// @param partsKwh energy of each meter, in the order of [EnergyBars#meters]; empty where a meter has a gap
/// @param coverage share of the time that readings cover, 0 to 1, the mean over the meters
/// @param state how far the bar can be trusted
/// @param gap why there is nothing; present exactly when the state is `GAP`
/// @param uncertainKwh how much of the energy may belong to the neighbouring bars, because times are not known exactly
/// @param comparedKwh energy of all meters in the time the bar is compared with; empty without one
/// @param span the bar's time in words
public record EnergyBar(
    Instant from,
    Instant to,
    List<OptionalDouble> partsKwh,
    double coverage,
    State state,
    Optional<GapCause> gap,
    double uncertainKwh,
    OptionalDouble comparedKwh,
    String span) {
  /// How far a bar can be trusted.
  public enum State {
    /// No reading: a gap, not zero.
    GAP,
    /// Readings cover only part of the time; the true energy is higher.
    PARTLY,
    /// The time is not over yet.
    RUNNING,
    /// Covered by readings.
    COMPLETE
  }

  public EnergyBar {
    partsKwh = List.copyOf(partsKwh);
  }

  /// Energy of all meters; empty for a gap.
  public OptionalDouble energyKwh() {
    return state == State.GAP
        ? OptionalDouble.empty()
        : OptionalDouble.of(partsKwh.stream().mapToDouble(part -> part.orElse(0)).sum());
  }
}
