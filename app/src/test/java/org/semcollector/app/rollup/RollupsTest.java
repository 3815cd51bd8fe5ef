package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RollupsTest {
  private static final Ssid SSID = new Ssid("SEM-24:6f:28:ab:cd:01");

  private static StoredReading reading(String at, double kwh) {
    return reading(1, Instant.parse(at), kwh, SavePeriod.HOUR);
  }

  private static StoredReading reading(int channel, Instant at, double kwh, SavePeriod period) {
    float sent = (float) (period == SavePeriod.MINUTE ? kwh * 60 : kwh);
    var raw = new Reading(channel, 500, 600, 3, 230, sent, at.toEpochMilli());
    return new StoredReading(at.toEpochMilli(), SSID, 0, raw, period, new CorrectedTime(at, at, at, Why.RAW));
  }

  private static Range range(String from, String to) {
    return new Range(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void energyIsSharedOutByTime() {
    var buckets = Rollups.of(List.of(reading("2026-01-01T10:15:00Z", 1.0)), ZoneOffset.UTC, BucketUnit.HOUR, Range.ALL);
    assertEquals(2, buckets.size());
    assertEquals(0.75, buckets.get(0).energyKwh(), 1e-12);
    assertEquals(0.25, buckets.get(1).energyKwh(), 1e-12);
    assertEquals(Duration.ofMinutes(45), buckets.get(0).covered());
    assertEquals(0, buckets.get(0).readings());
    assertEquals(1, buckets.get(1).readings());
  }

  @Test
  void aPeriodThatEndsAtTheFullHourBelongsToTheHourBefore() {
    var buckets = Rollups.of(List.of(reading("2026-01-01T10:00:00Z", 1.0)), ZoneOffset.UTC, BucketUnit.HOUR,
        range("2026-01-01T09:00:00Z", "2026-01-01T11:00:00Z"));
    assertEquals(1, buckets.get(0).readings());
    assertEquals(1.0, buckets.get(0).coverage());
    assertTrue(buckets.get(1).isGap());
  }

  @Test
  void aGapIsNoZero() {
    var buckets = Rollups.of(List.of(reading("2026-01-01T01:00:00Z", 0), reading("2026-01-01T04:00:00Z", 1)),
        ZoneOffset.UTC, BucketUnit.HOUR, range("2026-01-01T00:00:00Z", "2026-01-01T04:00:00Z"));
    assertEquals(List.of(false, true, true, false), buckets.stream().map(Bucket::isGap).toList());
  }

  @Test
  void savesALittleLateLeaveNoSlivers() {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    var readings = IntStream.rangeClosed(0, 48).mapToObj(i -> reading(1, at.plusSeconds(3602L * i), 1, SavePeriod.HOUR))
        .toList();
    var buckets = Rollups.of(readings, ZoneOffset.UTC, BucketUnit.HOUR,
        range("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"));
    assertTrue(buckets.stream().allMatch(bucket -> bucket.coverage() == 1), buckets.toString());
  }

  @Test
  void threePhasesAddEnergyButCoverTheTimeOnce() {
    Instant at = Instant.parse("2026-01-01T01:00:00Z");
    var readings = List.of(reading(1, at, 1, SavePeriod.HOUR), reading(2, at.plusSeconds(1), 2, SavePeriod.HOUR),
        reading(3, at.plusSeconds(2), 3, SavePeriod.HOUR));
    Bucket day = Rollups.of(readings, ZoneOffset.UTC, BucketUnit.DAY, Range.ALL).getFirst();
    assertEquals(6, day.energyKwh(), 1e-12);
    assertEquals(Duration.ofSeconds(3602), day.covered());
    assertEquals(3, day.readings());
  }

  @Test
  void channelsAtDifferentTimesCoverBoth() {
    var readings = List.of(reading(1, Instant.parse("2026-01-01T01:00:00Z"), 1, SavePeriod.HOUR),
        reading(2, Instant.parse("2026-01-01T01:30:00Z"), 1, SavePeriod.HOUR),
        reading(1, Instant.parse("2026-01-01T05:00:00Z"), 1, SavePeriod.HOUR));
    assertEquals(Duration.ofMinutes(150),
        Rollups.of(readings, ZoneOffset.UTC, BucketUnit.DAY, Range.ALL).getFirst().covered());
  }

  @Test
  void minuteRecordsAreScaledAndSixtyTimesShorter() {
    var buckets = Rollups.of(List.of(reading(1, Instant.parse("2026-01-01T00:01:00Z"), 0.01, SavePeriod.MINUTE)),
        ZoneOffset.UTC, BucketUnit.HOUR, Range.ALL);
    assertEquals(1, buckets.size());
    assertEquals(0.01, buckets.getFirst().energyKwh(), 1e-9);
    assertEquals(Duration.ofMinutes(1), buckets.getFirst().covered());
  }

  @Test
  void energyThatIsNoNumberIsAGap() {
    var buckets = Rollups.of(List.of(reading("2026-01-01T01:00:00Z", Double.NaN),
        reading("2026-01-01T02:00:00Z", 1)), ZoneOffset.UTC, BucketUnit.HOUR, Range.ALL);
    assertTrue(buckets.getFirst().isGap());
    assertEquals(1.0, buckets.stream().mapToDouble(Bucket::energyKwh).sum());
  }

  @Test
  void wholeBucketsNeedReadingsAroundTheRange() {
    Range needed = Rollups.needed(range("2026-01-01T10:20:00Z", "2026-01-01T10:40:00Z"), ZoneOffset.UTC,
        BucketUnit.HOUR);
    assertFalse(needed.from().isAfter(Instant.parse("2026-01-01T09:00:00Z")));
    assertFalse(needed.to().isBefore(Instant.parse("2026-01-01T12:00:00Z")));
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bucketsAddUpToTheReadingsAndNeverCoverMoreThanTime(int seed) {
    var random = new SplittableRandom(seed);
    ZoneId zone = ZoneId.of(List.of("Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC").get(seed % 4));
    List<StoredReading> readings = someReadings(random);
    double sum = readings.stream().mapToDouble(StoredReading::intervalEnergyKwh).sum();
    for (BucketUnit unit : BucketUnit.values()) {
      List<Bucket> buckets = Rollups.of(readings, zone, unit, Range.ALL);
      assertEquals(sum, buckets.stream().mapToDouble(Bucket::energyKwh).sum(), 1e-9, unit + ", seed " + seed);
      assertEquals(readings.size(), buckets.stream().mapToInt(Bucket::readings).sum());
      for (Bucket bucket : buckets) {
        assertTrue(bucket.covered().compareTo(Duration.between(bucket.from(), bucket.to())) <= 0, bucket.toString());
      }
      for (int i = 1; i < buckets.size(); i++) {
        assertEquals(buckets.get(i - 1).to(), buckets.get(i).from());
      }
    }
  }

  private static List<StoredReading> someReadings(SplittableRandom random) {
    var readings = new ArrayList<StoredReading>();
    for (int channel = 1; channel <= 1 + random.nextInt(3); channel++) {
      Instant at = Instant.parse("2026-03-20T00:00:00Z").plusSeconds(random.nextInt(10_000));
      for (int i = 0; i < 400; i++) {
        at = at.plusMillis(random.nextInt(20) == 0 ? random.nextInt(40_000_000) : 3_600_000 + random.nextInt(4000));
        readings.add(reading(channel, at, random.nextDouble(), SavePeriod.HOUR));
      }
    }
    readings.sort(Comparator.comparing(reading -> reading.time().measuredAt()));
    return readings;
  }
}
