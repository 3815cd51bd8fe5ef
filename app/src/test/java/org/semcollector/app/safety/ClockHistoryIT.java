package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.operate.ClockDrift;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.operate.ClockHistoryQuery;
import org.semcollector.app.operate.ClockVisit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How far a meter's clock was off is told by stamps alone, since no meter can be asked: roughly at once, and to within
/// seconds when a later visit brings the first save after the clock was set.
class ClockHistoryIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");

  @TempDir
  Path folder = Path.of("");

  private final TestTime time = new TestTime(NOW);

  /// The meter's crystal is wrong by so many millionths; all it does goes by it.
  private Instant slow(long ppm) {
    Duration since = Duration.between(NOW, time.instant());
    return NOW.plus(since).minusNanos(since.toNanos() / 1_000_000 * ppm);
  }

  private ClockHistory history(Laptop laptop, TestMeter meter) throws Exception {
    return new ClockHistoryQuery(laptop.store().corrections()).of(meter.ssid());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 35, -60, 400})
  void theDriftOfAMeterThatNeverStartedIsMeasured(long ppm) throws Exception {
    try (var meter = TestMeter.create(1, 5, NOW, () -> slow(ppm)); var laptop = Laptop.with(time).in(folder)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      for (int visit = 0; visit < 3; visit++) {
        time.pass(Duration.ofDays(20).plusMinutes(17));
        laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      }
      ClockHistory history = history(laptop, meter);
      ClockDrift drift = history.drift().orElseThrow();
      assertTrue(Math.abs(drift.lossPpm() - ppm) <= drift.uncertaintyPpm() + 1, drift + " " + drift.lossPpm());
      assertTrue(drift.uncertaintyPpm() < 5, drift + " " + drift.uncertaintyPpm());
      assertEquals(ppm * 0.0864, drift.lossSecondsPerDay(), 0.3);
      // the last visit's save after the set is not known yet
      assertFalse(history.visits().getLast().lag().isExact());
      assertTrue(history.visits().getLast().drift().isEmpty());
      assertEquals(2, history.visits().stream().filter(visit -> visit.drift().isPresent()).count(), history.toString());
    }
  }

  @Test
  void theLagThatOutagesLeftIsFoundAtOnceRoughlyAndLaterExactly() throws Exception {
    try (var meter = TestMeter.create(2, 5, NOW, time); var laptop = Laptop.with(time).in(folder)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      time.pass(Duration.ofHours(50).plusMinutes(10));
      meter.note();
      meter.meter().powerOff(time.instant());
      time.pass(Duration.ofHours(7));
      meter.meter().powerOn(time.instant());
      time.pass(Duration.ofHours(9).plusMinutes(25));
      Instant read = time.instant();
      meter.meter().advanceTo(read);
      Duration lag = Duration.between(meter.meter().deviceTime().orElseThrow(), read);
      laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      ClockVisit rough = history(laptop, meter).visits().getLast();
      assertEquals(1, rough.starts());
      assertTrue(rough.lag().atLeast().compareTo(lag) <= 0 && rough.lag().atMost().compareTo(lag) >= 0,
          rough + " " + lag);
      assertFalse(rough.lag().isExact());
      time.pass(Duration.ofHours(30));
      laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      List<ClockVisit> visits = history(laptop, meter).visits();
      ClockVisit exact = visits.get(visits.size() - 2);
      assertEquals(rough.visit(), exact.visit());
      assertTrue(exact.lag().isExact(), exact.toString());
      assertTrue(exact.lag().middle().minus(lag).abs().compareTo(Duration.ofSeconds(10)) <= 0, exact + " " + lag);
      assertTrue(exact.drift().isEmpty(), "a meter that started does not tell its crystal");
    }
  }
}
