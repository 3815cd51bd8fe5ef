package org.semcollector.app.cli;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.semcollector.app.analysis.CalendarShift;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.analysis.Cost;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.Emission;
import org.semcollector.app.analysis.KeyFigures;
import org.semcollector.app.analysis.LoadDuration;
import org.semcollector.app.analysis.PhaseImbalance;
import org.semcollector.app.analysis.PowerFactor;
import org.semcollector.app.analysis.Scaled;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.store.MeterRow;

/// The figures of one meter over one period.
///
/// @param zone whose hours and days are counted
/// @param figures of the energies as the meter sent them
/// @param energyFactor what they are to be multiplied with; with one, cost and CO2 are those of the scaled energies
record Analysed(
    MeterRow meter,
    ZoneId zone,
    Days days,
    KeyFigures figures,
    OptionalDouble energyFactor,
    LoadDuration loadDuration,
    DailyProfile.Split profile,
    PowerFactor powerFactor,
    Optional<PhaseImbalance> imbalance,
    Optional<Compared> comparison,
    Optional<Cost> cost,
    Optional<Emission> emission) {
  /// Below this a power factor counts as low, as many network operators have it.
  static final double LOW_POWER_FACTOR = 0.9;

  /// Whole days.
  ///
  /// @param first the first one
  /// @param end the day after the last
  record Days(LocalDate first, LocalDate end) {}

  /// A comparison and what with.
  record Compared(Days before, Comparison comparison) {}

  /// What is asked beside the figures.
  record Wishes(Set<DayOfWeek> weekend, Optional<Tariff> tariff, OptionalDouble gramsPerKwh) {}

  /// Buckets of a meter.
  ///
  /// @param hours all channels summed, those of the future left out
  /// @param phases hours of each channel that has readings; fewer than two have no imbalance
  record Series(List<Bucket> hours, List<List<Bucket>> phases, Instant now) {}

  static Analysed of(MeterRow meter, ZoneId zone, Days days, Series series, OptionalDouble factor,
      Optional<Compared> comparison, Wishes wishes) {
    List<Bucket> hours = series.hours();
    List<Bucket> paid = factor.isPresent() ? Scaled.of(hours, factor.getAsDouble()) : hours;
    return new Analysed(meter, zone, days, KeyFigures.of(hours), factor, LoadDuration.of(hours),
        DailyProfile.split(hours, zone, wishes.weekend()), PowerFactor.of(hours, LOW_POWER_FACTOR),
        series.phases().size() < 2 ? Optional.empty() : Optional.of(PhaseImbalance.of(series.phases())), comparison,
        wishes.tariff().map(tariff -> Cost.of(paid, zone, tariff)),
        wishes.gramsPerKwh().isEmpty()
            ? Optional.empty()
            : Optional.of(Emission.of(paid, wishes.gramsPerKwh().getAsDouble())));
  }

  /// Compares hour by hour, so that a day with a gap still compares its other hours.
  static Compared compared(List<Bucket> now, List<Bucket> before, Days daysBefore, ZoneId zone, CalendarShift shift) {
    return new Compared(daysBefore, Comparison.of(now, before, zone, shift));
  }
}
