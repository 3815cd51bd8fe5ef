package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.simulator.TrueReading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A meter whose clock lags by an outage: the stored raw values and stamps are the meter's to the last bit, the corrected
/// times stand beside them, with an interval and a reason.
class CorrectedTimeNeverOverwritesRawIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  @Test
  void rawAndCorrectedStandSideBySide() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(1, 100, NOW, time)) {
      Bytes telemetry = meter.telemetry();
      assertTrue(laptop.collect(meter, ErasePolicy.WHEN_PROVEN).erased());
      List<StoredReading> stored = laptop.stored(meter.ssid());

      assertEquals(telemetry, ReadingCodec.encode(inRecordOrder(stored)), "raw values to the last bit");
      List<StoredReading> corrected = stored.stream().filter(CorrectedTimeNeverOverwritesRawIT::isMoved).toList();
      assertFalse(corrected.isEmpty(), "the outage moved nothing: the test proves nothing");
      for (StoredReading reading : stored) {
        TrueReading truth = meter.meter().truth().get((int) reading.record());
        Duration error = Duration.between(truth.measuredAt(), reading.time().measuredAt()).abs();
        assertTrue(error.compareTo(Duration.ofMinutes(62)) < 0, reading + " was really taken at " + truth.measuredAt());
      }
    }
  }

  @Test
  void laterVisitsLeaveRawAndCorrectedAsTheyAre() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(2, 100, NOW, time)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      List<StoredReading> first = laptop.stored(meter.ssid());
      for (int visit = 0; visit < 3; visit++) {
        time.pass(Duration.ofHours(9));
        laptop.collect(meter, visit < 2 ? ErasePolicy.NEVER : ErasePolicy.WHEN_PROVEN);
        assertEquals(first, laptop.stored(meter.ssid()).subList(0, first.size()), "visit " + visit);
      }
    }
  }

  private static boolean isMoved(StoredReading reading) {
    return Math.abs(reading.time().measuredAt().toEpochMilli() - reading.raw().deviceMillis()) > 60_000;
  }

  private static List<Reading> inRecordOrder(List<StoredReading> stored) {
    return stored.stream().sorted(java.util.Comparator.comparingLong(StoredReading::record)).map(StoredReading::raw)
        .toList();
  }
}
