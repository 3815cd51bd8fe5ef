package org.semcollector.app.analysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;

/// The figures people ask for first, of one meter over one period.
///
/// @param energyKwh all energy measured, partly measured hours included; empty when nothing is measured
/// @param meanPowerW that energy over the measured time
/// @param peak the full hour with the largest mean power
/// @param baseLoad what always runs
/// @param loadFactor mean power of the full hours over the peak, 0 to 1; empty without a peak above zero
/// @param basis time asked about and time measured
/// @param fullHours time asked about and time in full hours, on which peak, base load and load factor rest
public record KeyFigures(
    OptionalDouble energyKwh,
    OptionalDouble meanPowerW,
    Optional<Peak> peak,
    OptionalDouble baseLoad,
    OptionalDouble loadFactor,
    Basis basis,
    Basis fullHours) {
  /// The quantile of hourly power that is called base load: Price, Methods for Analyzing Electric Load Shape and its
  /// Variability, LBNL-3713E (2010), "near-base load". Less moved by one odd hour than the minimum.
  public static final double BASE_LOAD_QUANTILE = 0.025;
  /// Fewer full hours than a day of them tell nothing about what always runs.
  public static final int BASE_LOAD_HOURS = 24;

  /// The highest demand.
  ///
  /// @param from start of the hour
  /// @param to its end
  /// @param powerW mean power over the hour
  public record Peak(Instant from, Instant to, double powerW) {}

  /// Figures of a meter.
  ///
  /// @param hours hourly buckets without holes, oldest first, without those of the future
  public static KeyFigures of(List<Bucket> hours) {
    List<Bucket> full = Power.complete(hours);
    Basis basis = Basis.of(hours);
    OptionalDouble energy = basis.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(hours.stream().mapToDouble(Bucket::energyKwh).sum());
    Optional<Peak> peak = peak(full);
    return new KeyFigures(energy, map(energy, kwh -> Power.meanW(kwh, basis.covered())), peak, baseLoad(full),
        loadFactor(full, peak), basis, Basis.of(hours, full));
  }

  private static Optional<Peak> peak(List<Bucket> full) {
    // of equal ones the first
    return full.stream()
        .max(Comparator.<Bucket>comparingDouble(Power::meanW).thenComparing(Bucket::from, Comparator.reverseOrder()))
        .map(hour -> new Peak(hour.from(), hour.to(), Power.meanW(hour)));
  }

  private static OptionalDouble baseLoad(List<Bucket> full) {
    return full.size() < BASE_LOAD_HOURS
        ? OptionalDouble.empty()
        : OptionalDouble.of(Quantile.of(full.stream().map(Power::meanW).sorted().toList(), BASE_LOAD_QUANTILE));
  }

  private static OptionalDouble loadFactor(List<Bucket> full, Optional<Peak> peak) {
    if (peak.isEmpty() || peak.get().powerW() <= 0)
      return OptionalDouble.empty();
    double kwh = full.stream().mapToDouble(Bucket::energyKwh).sum();
    Basis measured = Basis.of(full);
    return OptionalDouble.of(Power.meanW(kwh, measured.covered()) / peak.get().powerW());
  }

  private static OptionalDouble map(OptionalDouble value, java.util.function.DoubleUnaryOperator function) {
    return value.isPresent() ? OptionalDouble.of(function.applyAsDouble(value.getAsDouble())) : value;
  }
}
