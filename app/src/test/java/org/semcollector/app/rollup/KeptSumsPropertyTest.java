package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever happens to readings, in whatever order: what is kept is what adding up everything anew gives.
class KeptSumsPropertyTest {
  private static final List<String> ZONES = List.of("Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC",
      "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca", "America/Sao_Paulo");

  private final KeptMeter meter = new KeptMeter();
  private ZoneId zone = ZoneId.of("UTC");
  private long keys;
  private Instant end = Instant.EPOCH;

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keptSumsEqualPlainRecomputation(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    zone = anyZone(random);
    // some starts lie near a change of clocks, a skipped day, a new year
    end = Instant.parse(List.of("2026-03-20T00:00:00Z", "2011-12-20T11:00:00Z", "2018-10-20T00:00:00Z",
        "2026-10-15T00:00:00Z").get(random.nextInt(4)));
    for (int step = 0; step < 6; step++) {
      change(random, step);
      var anew = new KeptMeter();
      anew.byKey.putAll(meter.byKey);
      List<StoredReading> sorted = meter.sorted();
      anew.update(zone, new Range(sorted.getFirst().time().measuredAt(), sorted.getLast().time().measuredAt()));
      assertEquals(anew.rows, meter.rows, "seed " + seed + ", step " + step + ", " + zone);
    }
    checkViews(random, seed);
  }

  private void change(SplittableRandom random, int step) throws Exception {
    switch (step == 0 ? 0 : random.nextInt(4)) {
      case 0, 1 -> collect(random);
      case 2 -> correct(random);
      default -> {
        zone = anyZone(random);
        List<StoredReading> all = meter.sorted();
        meter.update(zone, new Range(all.getFirst().time().measuredAt(), all.getLast().time().measuredAt()));
      }
    }
  }

  private void collect(SplittableRandom random) throws Exception {
    SavePeriod period = random.nextInt(4) == 0 ? SavePeriod.MINUTE : SavePeriod.HOUR;
    List<StoredReading> visit = KeptMeter.visit(random, keys, end.plusSeconds(random.nextInt(9000)),
        1 + random.nextInt(3), period == SavePeriod.MINUTE ? 1_500 : 200, period);
    visit.forEach(meter::put);
    keys += visit.size();
    end = visit.getLast().time().measuredAt();
    meter.update(zone, new Range(visit.getFirst().time().measuredAt(), end));
  }

  /// Moves a run of readings, as another estimator would, and sometimes back again.
  private void correct(SplittableRandom random) throws Exception {
    List<StoredReading> all = new ArrayList<>(meter.byKey.values());
    int from = random.nextInt(all.size());
    int to = Math.min(all.size(), from + 1 + random.nextInt(200));
    long shift = random.nextLong(-40_000_000, 40_000_000);
    boolean undone = random.nextInt(3) == 0;
    for (long by : undone ? new long[]{shift, 0} : new long[]{shift})
      shift(all.subList(from, to), by, shift);
  }

  private void shift(List<StoredReading> readings, long by, long furthest) throws Exception {
    for (StoredReading reading : readings) {
      CorrectedTime time = reading.time();
      meter.put(new StoredReading(reading.key(), reading.ssid(), reading.record(), reading.raw(), reading.period(),
          new CorrectedTime(time.measuredAt().plusMillis(by), time.earliest().plusMillis(by),
              time.latest().plusMillis(by), Why.SHARED_OUT)));
    }
    Instant first = readings.stream().map(reading -> reading.time().measuredAt()).min(Instant::compareTo).orElseThrow();
    Instant last = readings.stream().map(reading -> reading.time().measuredAt()).max(Instant::compareTo).orElseThrow();
    Instant movedFirst = first.plusMillis(Math.min(0, furthest));
    meter.update(zone, new Range(movedFirst, last.plusMillis(Math.max(0, furthest))));
  }

  private void checkViews(SplittableRandom random, int seed) throws Exception {
    List<StoredReading> sorted = meter.sorted();
    var query = new BucketQuery(meter, meter, OutageSource.NONE);
    Instant first = sorted.getFirst().time().measuredAt();
    for (BucketUnit unit : BucketUnit.values()) {
      for (int channel = 0; channel <= 3; channel++) {
        OptionalInt wanted = channel == 0 ? OptionalInt.empty() : OptionalInt.of(channel);
        String what = "seed " + seed + ", " + unit + ", channel " + channel + ", " + zone;
        List<StoredReading> counted = sorted.stream()
            .filter(reading -> wanted.isEmpty() || reading.raw().channel() == wanted.getAsInt()).toList();
        Instant from = first.plusSeconds(random.nextInt(900_000));
        Range range = new Range(from, from.plusSeconds(random.nextInt(3_000_000)));
        assertEquals(Rollups.of(counted, zone, unit, range), query.buckets(KeptMeter.SSID, wanted, zone, unit, range),
            what);
        ZoneId elsewhere = anyZone(random);
        assertEquals(Rollups.of(counted, elsewhere, unit, range),
            query.buckets(KeptMeter.SSID, wanted, elsewhere, unit, range), what + " seen from " + elsewhere);
        checkTotal(counted, query.buckets(KeptMeter.SSID, wanted, zone, unit, Range.ALL), what);
      }
    }
  }

  /// The sum over the buckets is the sum over the readings, to the last digit, in whatever order it is added.
  private static void checkTotal(List<StoredReading> readings, List<Bucket> buckets, String what) {
    double sum = 0;
    for (StoredReading reading : readings.reversed())
      sum += Double.isFinite(reading.intervalEnergyKwh()) ? Energy.onGrid(reading.intervalEnergyKwh()) : 0;
    assertEquals(sum, buckets.stream().mapToDouble(Bucket::energyKwh).sum(), what);
    assertEquals(readings.size(), buckets.stream().mapToInt(Bucket::readings).sum(), what);
    for (Bucket bucket : buckets)
      assertTrue(bucket.coverage() <= 1 && !bucket.covered().isNegative(), what);
  }

  private static ZoneId anyZone(SplittableRandom random) {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }
}
