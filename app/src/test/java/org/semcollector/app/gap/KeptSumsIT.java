package org.semcollector.app.gap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketQuery;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.OutageSource;
import org.semcollector.app.rollup.Rollups;
import org.semcollector.app.store.Corrections.Former;
import org.semcollector.app.store.Corrections.NewTimes;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The kept sums of a real database follow visits, corrections, their undoing and changes of the zone.
class KeptSumsIT {
  private static final List<String> ZONES = List.of("Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "UTC");

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void whateverIsStoredOrMovedIsCounted(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    var settings = CollectedMeter.settings().withFirmwareVersion(seed == 4 ? 101 : 102);
    try (var meter = new CollectedMeter(folder, seed == 3 ? settings.threePhase() : settings)) {
      meter.setClock().hours(seed == 4 ? 30 : 100).visit(false);
      for (int step = 0; step < 12; step++) {
        step(meter, random, seed == 4 ? 0.1 : 1);
        check(meter, "seed " + seed + ", step " + step);
      }
    }
  }

  private static void step(CollectedMeter meter, SplittableRandom random, double scale) throws Exception {
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        meter.hours(random.nextDouble(200 * scale)).outage(random.nextDouble(30));
        meter.hours(1 + random.nextDouble(300 * scale)).visit(random.nextBoolean());
      }
      case 2 -> meter.store.meters().setZone(CollectedMeter.SSID, ZoneId.of(ZONES.get(random.nextInt(4))));
      case 3 -> {
        PlacedStretch stretch = any(meter, random);
        long shift = random.nextLong(-90_000_000, 90_000_000);
        var times = new ArrayList<CorrectedTime>();
        for (CorrectedTime time : meter.store.corrections().times(stretch.id(), stretch.current().id())) {
          Instant at = time.measuredAt().plusMillis(shift);
          times.add(new CorrectedTime(at, at.minusMillis(random.nextInt(9_000_000)), at, Why.SHARED_OUT));
        }
        meter.store.corrections().apply(CollectedMeter.SSID,
            List.of(new NewTimes(stretch.id(), "moved", 1, Instant.EPOCH, times)));
      }
      default -> {
        PlacedStretch stretch = any(meter, random);
        meter.store.corrections().restore(CollectedMeter.SSID,
            List.of(new Former(stretch.id(), stretch.runs().getFirst().id())));
      }
    }
  }

  private static PlacedStretch any(CollectedMeter meter, SplittableRandom random) throws Exception {
    List<PlacedStretch> stretches = meter.store.corrections().stretches(CollectedMeter.SSID);
    return stretches.get(random.nextInt(stretches.size()));
  }

  private static void check(CollectedMeter meter, String what) throws Exception {
    MeterRow row = meter.store.meters().meter(CollectedMeter.SSID).orElseThrow();
    var query = new BucketQuery(meter.store.readings(), meter.store.keptSums(), OutageSource.NONE);
    for (BucketUnit unit : BucketUnit.values()) {
      List<Bucket> plain = Rollups.of(meter.store.readings().readings(CollectedMeter.SSID, Range.ALL), row.zone(), unit,
          Range.ALL);
      assertEquals(plain, query.buckets(CollectedMeter.SSID, OptionalInt.empty(), row.zone(), unit, Range.ALL),
          what + ", " + unit + ", " + row.zone());
    }
  }
}
