package org.semcollector.app.analysis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.semcollector.app.rollup.Bucket;

/// The mean day: power by hour on the clock face, over all days of a kind.
///
/// @param hours 24, from 0 to 23
/// @param basis time asked about and time in full hours; partly measured hours are left out
public record DailyProfile(List<Hour> hours, Basis basis) {
  /// Saturday and Sunday.
  public static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  /// One hour on the clock face.
  ///
  /// @param meanPowerW mean of the days' mean powers in it, each weighted by its length; empty without a full hour
  /// @param lowPowerW 10 % of the days were below
  /// @param highPowerW 10 % of the days were above
  /// @param days how many full hours it is the mean of
  public record Hour(OptionalDouble meanPowerW, OptionalDouble lowPowerW, OptionalDouble highPowerW, int days) {
    static final Hour NONE = new Hour(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);
  }

  /// Weekdays and weekends side by side.
  ///
  /// @param all every day
  /// @param weekdays days that are no weekend
  public record Split(DailyProfile all, DailyProfile weekdays, DailyProfile weekends) {}

  public DailyProfile {
    hours = List.copyOf(hours);
  }

  /// The mean day of the days of a kind.
  ///
  /// @param hours hourly buckets in the zone, without those of the future
  /// @param days which days count
  public static DailyProfile of(List<Bucket> hours, ZoneId zone, Set<DayOfWeek> days) {
    List<Bucket> asked = hours.stream().filter(hour -> days.contains(local(hour, zone).getDayOfWeek())).toList();
    List<Bucket> full = Power.complete(asked);
    List<List<Bucket>> byHour = new ArrayList<>();
    IntStream.range(0, HeatMap.HOURS).forEach(_ -> byHour.add(new ArrayList<>()));
    full.forEach(hour -> byHour.get(local(hour, zone).getHour()).add(hour));
    return new DailyProfile(byHour.stream().map(DailyProfile::mean).toList(), Basis.of(asked, full));
  }

  /// @param weekend the days of the weekend, which are others in other countries
  public static Split split(List<Bucket> hours, ZoneId zone, Set<DayOfWeek> weekend) {
    Set<DayOfWeek> every = EnumSet.allOf(DayOfWeek.class);
    Set<DayOfWeek> week = EnumSet.allOf(DayOfWeek.class);
    week.removeAll(weekend);
    return new Split(of(hours, zone, every), of(hours, zone, week), of(hours, zone, weekend));
  }

  private static Hour mean(List<Bucket> hours) {
    if (hours.isEmpty())
      return Hour.NONE;
    double kwh = hours.stream().mapToDouble(Bucket::energyKwh).sum();
    Duration covered = hours.stream().map(Bucket::covered).reduce(Duration.ZERO, Duration::plus);
    List<Double> powers = hours.stream().map(Power::meanW).sorted().toList();
    return new Hour(OptionalDouble.of(Power.meanW(kwh, covered)), OptionalDouble.of(Quantile.of(powers, LOW)),
        OptionalDouble.of(Quantile.of(powers, HIGH)), hours.size());
  }

  private static ZonedDateTime local(Bucket hour, ZoneId zone) {
    return hour.from().atZone(zone);
  }
}
