package org.semcollector.app.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.NearEnd;

/// Buckets as tests need them: NaN stands for a gap.
final class Hours {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Hours() {}

  /// Hours from a date on, each fully measured unless its energy is NaN.
  static List<Bucket> from(String date, ZoneId zone, double... kwh) {
    List<Bucket> hours = new ArrayList<>();
    Instant start = LocalDate.parse(date).atStartOfDay(zone).toInstant();
    for (double energy : kwh) {
      hours.add(of(BucketUnit.HOUR, start, zone, energy, Double.isNaN(energy) ? 0 : 1));
      start = BucketUnit.HOUR.next(start, zone);
    }
    return hours;
  }

  /// Buckets of a unit from a date to another, all with the same energy, fully measured.
  static List<Bucket> all(BucketUnit unit, String from, String to, ZoneId zone, double kwh) {
    List<Bucket> buckets = new ArrayList<>();
    Instant start = LocalDate.parse(from).atStartOfDay(zone).toInstant();
    Instant end = LocalDate.parse(to).atStartOfDay(zone).toInstant();
    for (; start.isBefore(end); start = unit.next(start, zone))
      buckets.add(of(unit, start, zone, kwh, 1));
    return buckets;
  }

  /// Any hours: whole ones, partly measured ones, gaps.
  static List<Bucket> random(int seed, String from, ZoneId zone, int count) {
    var random = new SplittableRandom(seed);
    List<Bucket> hours = new ArrayList<>();
    Instant start = LocalDate.parse(from).atStartOfDay(zone).toInstant();
    for (int i = 0; i < count; i++, start = BucketUnit.HOUR.next(start, zone)) {
      double covered = switch (random.nextInt(10)) {
        case 0 -> 0;
        case 1 -> random.nextDouble();
        default -> 1;
      };
      hours.add(
          of(BucketUnit.HOUR, start, zone, covered == 0 ? Double.NaN : random.nextDouble() * 3 * covered, covered));
    }
    return hours;
  }

  /// One bucket, measured in part.
  ///
  /// @param covered 0 to 1
  static Bucket of(BucketUnit unit, Instant start, ZoneId zone, double kwh, double covered) {
    return of(start, unit.next(start, zone), kwh, covered, OptionalDouble.empty(), OptionalDouble.empty());
  }

  static Bucket of(
      Instant from, Instant to, double kwh, double covered, OptionalDouble voltageV, OptionalDouble currentA) {
    Duration measured = Duration.ofMillis(Math.round(Duration.between(from, to).toMillis() * covered));
    return new Bucket(from, to, Double.isNaN(kwh) ? 0 : kwh, measured, measured.isZero() ? 0 : 1,
        NearEnd.of(voltageV, currentA));
  }
}
