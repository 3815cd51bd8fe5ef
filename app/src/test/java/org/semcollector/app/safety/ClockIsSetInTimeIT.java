package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.ReceivedRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The meter's clock after a visit, whatever part of a second the visit met.
class ClockIsSetInTimeIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12Z");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 200, 300, 380, 420, 500, 700, 900, 930, 960, 999})
  void isRightToHalfASecond(int millis) throws Exception {
    var time = new TestTime(NOW.plusMillis(millis));
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(1, 5, NOW, time)) {
      assertEquals(State.DONE, laptop.collect(meter, ErasePolicy.NEVER).state());

      meter.meter().advanceTo(time.instant());
      Duration error = Duration.between(meter.meter().deviceTime().orElseThrow(), meter.meter().now()).abs();
      assertTrue(error.compareTo(Duration.ofMillis(480)) < 0, error.toString());
      ReceivedRequest sent = meter.server().requests().stream().filter(r -> r.path().equals("/time")).findFirst()
          .orElseThrow();
      assertEquals(8, sent.bodyLength());
    }
  }

  @Test
  void isWrittenDownBeforeItIsSent() throws Exception {
    var time = new TestTime(NOW);
    try (var meter = TestMeter.create(2, 5, NOW, time);
        var laptop = Laptop.with(time).journal(journal -> new JournalWatch(journal) {
          @Override
          void keeping(VisitFact fact) {
            if (fact instanceof VisitFact.ClockSetSent) {
              assertFalse(meter.server().requests().stream().anyMatch(request -> request.path().equals("/time")));
            }
          }
        }).in(folder)) {
      laptop.collect(meter, ErasePolicy.NEVER);
      var facts = laptop.journal().facts(laptop.journal().visits().getFirst());
      assertTrue(facts.stream().anyMatch(VisitFact.ClockSetSent.class::isInstance));
      assertTrue(facts.stream().anyMatch(VisitFact.ClockSetConfirmed.class::isInstance));
    }
  }

  @Test
  void isNotSetByAComputerWhoseClockIsBehindTheMeters() throws Exception {
    var time = new TestTime(NOW);
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(3, 5, NOW, time)) {
      meter.meter().handle(MeterRequest.post("/time", MeterTimeCodec.encode(NOW.plus(Duration.ofDays(30)))));
      time.pass(Duration.ofHours(2));
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.PARTLY, result.state());
      assertTrue(result.sentence().contains("ahead of this computer's clock"), result.sentence());
      assertFalse(result.erased());
      assertFalse(meter.server().requests().stream().anyMatch(request -> request.path().equals("/time")));
      meter.assertAllOnce(laptop.stored(meter.ssid()));
    }
  }

  @Test
  void isNotSetByAComputerThatLivesInThePast() throws Exception {
    var time = new TestTime(Instant.parse("2000-01-01T00:00:00Z"));
    var meterTime = new TestTime(NOW);
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(4, 5, NOW, meterTime)) {
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(State.PARTLY, result.state());
      assertTrue(result.sentence().contains("No meter takes the time"), result.sentence());
      assertEquals(0, meter.meter().erasures());
    }
  }
}
