package org.semcollector.app.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.ErasePolicy;

class NothingIsErasedBeforeProofIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  @Test
  void aProvenMeterIsErased() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(1, 30, NOW, time)) {
      meter.note();
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.DONE, result.state(), result.sentence());
      assertTrue(result.erased());
      assertEquals(29, result.newReadings(), result.toString());
      assertEquals(1, meter.meter().erasures());
      meter.assertAllOnce(laptop.stored(meter.ssid()));
      System.out.println(result);
    }
  }
}
