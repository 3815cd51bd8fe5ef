package org.semcollector.app.safety;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// All meters have the same address: a visit under a wrong name must not file one meter's readings under another's.
class OneMeterOneNameIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  @Test
  void aTokenKnownForAnotherMeterStopsTheVisit() throws Exception {
    try (var laptop = Laptop.with(time).in(folder);
        var a = TestMeter.create(1, 50, NOW, time);
        var b = TestMeter.create(2, 60, NOW, time)) {
      laptop.collect(a, ErasePolicy.NEVER);
      int erasures = a.meter().erasures();
      CollectResult wrong = visit(laptop, b.ssid(), a.uri());

      assertEquals(State.FAILED, wrong.state(), wrong.sentence());
      assertTrue(wrong.sentence().contains("it has the token of " + a.ssid()), wrong.sentence());
      assertEquals(erasures, a.meter().erasures());
      assertEquals(0, laptop.stored(b.ssid()).size());
      a.assertAllOnce(laptop.stored(a.ssid()));
    }
  }

  @Test
  void anotherTokenThanTheKnownOneStopsTheVisitUntilSomebodyConfirmsIt() throws Exception {
    try (var laptop = Laptop.with(time).in(folder);
        var a = TestMeter.create(1, 50, NOW, time);
        var b = TestMeter.create(2, 60, NOW, time)) {
      laptop.collect(a, ErasePolicy.NEVER);
      int erasures = b.meter().erasures();
      CollectResult wrong = visit(laptop, a.ssid(), b.uri());

      assertEquals(State.FAILED, wrong.state(), wrong.sentence());
      assertTrue(wrong.sentence().contains("--new-token"), wrong.sentence());
      assertEquals(erasures, b.meter().erasures());
      a.assertAllOnce(laptop.stored(a.ssid()));
      CollectResult confirmed = laptop.collectConfirmed(a.ssid(), b.uri());
      assertEquals(State.DONE, confirmed.state(), confirmed.sentence());
    }
  }

  private static CollectResult visit(Laptop laptop, Ssid ssid, URI uri) {
    return laptop.collect(ssid, uri, ErasePolicy.WHEN_PROVEN, CollectListener.NONE);
  }
}
