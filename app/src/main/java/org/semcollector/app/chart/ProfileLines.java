package org.semcollector.app.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.rollup.Bucket;

/// The mean day, of weekdays and of weekends.
///
/// @param axis W, from zero
public record ProfileLines(DailyProfile weekdays, DailyProfile weekends, Axis axis) {
  /// The mean days of hours.
  ///
  /// @param hours hourly buckets in the zone, without those of the future
  public static ProfileLines of(List<Bucket> hours, ZoneId zone, Locale locale) {
    DailyProfile.Split split = DailyProfile.split(hours, zone, DailyProfile.WEEKEND);
    double top = Stream.of(split.weekdays(), split.weekends()).flatMap(profile -> profile.hours().stream())
        .map(DailyProfile.Hour::highPowerW).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
        .max().orElse(0);
    return new ProfileLines(split.weekdays(), split.weekends(), Axis.covering(0, top > 0 ? top : 1, 5, locale));
  }

  /// Whether nothing is measured.
  public boolean isEmpty() {
    return weekdays.basis().isEmpty() && weekends.basis().isEmpty();
  }
}
