package org.semcollector.app.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.NearEnd;
import org.semcollector.app.rollup.TimeBand;
import org.semcollector.app.store.ReadingStore.Range;

/// Buckets of a real household, in UTC, for looking at charts.
public final class SampleBuckets {
  /// Times between an outage and the visit before it are known badly.
  public static final Range UNCERTAIN = new Range(Instant.parse("2024-06-06T17:00:00Z"),
      Instant.parse("2024-06-08T05:00:00Z"));

  private final TreeMap<Instant, double[]> hours = new TreeMap<>();

  public SampleBuckets() {
    Path file = Path.of(System.getProperty("sem.root", "."), "sample-data/load/household-hourly.csv");
    try (var lines = Files.lines(file)) {
      lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> hours.put(
          LocalDateTime.parse(cells[0]).toInstant(ZoneOffset.UTC),
          new double[]{Double.parseDouble(cells[5]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4])}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Buckets of a range, with hours missing from `gapFrom` to `gapTo` and everything after `now`.
  public MeterBuckets of(String meter, BucketUnit unit, Range range, double scale, Range gap, Instant now) {
    List<Bucket> buckets = new ArrayList<>();
    for (Instant from = unit.floor(range.from(), ZoneOffset.UTC); from.isBefore(range.to());) {
      Instant to = unit.next(from, ZoneOffset.UTC);
      buckets.add(bucket(from, to, scale, gap, now));
      from = to;
    }
    return new MeterBuckets(meter, buckets,
        new GapCause.Known(Optional.of(Instant.parse("2024-01-01T00:00:00Z")), Optional.of(now), now));
  }

  private Bucket bucket(Instant from, Instant to, double scale, Range gap, Instant now) {
    double kwh = 0;
    double volts = 0;
    double amps = 0;
    int count = 0;
    for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
      double[] values = hours.getOrDefault(hour, new double[0]);
      boolean missing = values.length == 0 || (!hour.isBefore(gap.from()) && hour.isBefore(gap.to()));
      if (missing || hour.plus(Duration.ofHours(1)).isAfter(now))
        continue;
      kwh += values[0] * scale;
      volts += values[1];
      amps += values[2] * scale;
      count++;
    }
    TimeBand band = from.isBefore(UNCERTAIN.to()) && UNCERTAIN.from().isBefore(to)
        ? new TimeBand(Duration.ofMinutes(25), Duration.ofMinutes(25))
        : TimeBand.CERTAIN;
    return new Bucket(from, to, kwh, Duration.ofHours(count), Duration.ZERO, count, band, band,
        NearEnd.of(mean(volts, count), mean(amps, count)));
  }

  /// Hours of a range: kWh, V and A of each.
  public SortedMap<Instant, double[]> hours(Range range) {
    return hours.subMap(range.from(), range.to());
  }

  private static OptionalDouble mean(double sum, int count) {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
