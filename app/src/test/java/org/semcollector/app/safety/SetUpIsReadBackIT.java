package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.setup.SetUpResult.State;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.ReceivedRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A meter is set up when it gave its token back, and nothing that was on it is lost.
class SetUpIsReadBackIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");
  private static final MeterToken TOKEN = TestMeter.token(7);
  private static final MeterToken OTHER = new MeterToken("AnotherTokenForMeter", new UUID(3, 3));

  @TempDir
  Path folder = Path.of("");

  private final TestTime time = new TestTime(NOW);
  private TestMeter meter;
  private Laptop laptop;

  @BeforeEach
  void start() throws Exception {
    meter = TestMeter.create(1, 50, NOW, time, settings -> settings);
    laptop = Laptop.with(time).in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    meter.close();
    laptop.close();
  }

  private SetUpResult setUp(TestMeter which, MeterToken token, boolean replace) {
    return laptop.setUp(new SetUpRequest(which.ssid(), which.uri(), token, Optional.of("Kiosk"), Optional.of("Hill"),
        replace, false));
  }

  private static void assertSays(SetUpResult result, State state, String... words) {
    assertEquals(state, result.state(), result.sentence());
    for (String word : words)
      assertTrue(result.sentence().contains(word), result.sentence());
    assertFalse(result.sentence().contains("{"), result.sentence());
  }

  private long tokensSent() {
    return meter.server().requests().stream().filter(r -> r.path().equals("/token"))
        .map(ReceivedRequest::method).filter("POST"::equals).count();
  }

  @Test
  void whatIsOnItIsCollectedThenItIsErasedGetsItsTokenAndItsClock() throws Exception {
    laptop.prepared().keep(List.of(new PreparedSetUp(meter.ssid(), TOKEN, Optional.of("Kiosk"), Optional.empty(),
        Optional.empty())));
    assertSays(setUp(meter, TOKEN, false), State.DONE, "readings of the meter are safe here", "read back");
    meter.assertAllOnce(laptop.stored(meter.ssid()));
    assertEquals(0, meter.telemetry().length());
    assertEquals(Optional.of(TOKEN), laptop.store().meters().meter(meter.ssid()).orElseThrow().token());
    assertEquals("Kiosk", laptop.store().meters().meter(meter.ssid()).orElseThrow().name());
    assertEquals(Optional.of("Hill"), laptop.notes().note(meter.ssid()).site());
    assertTrue(laptop.prepared().of(meter.ssid()).orElseThrow().doneAt().isPresent());
    assertEquals(org.semcollector.app.meter.CollectResult.State.DONE,
        laptop.collect(meter, ErasePolicy.WHEN_PROVEN).state(), "the next visit knows it");
  }

  @Test
  void aSecondTimeChangesNothing() {
    setUp(meter, TOKEN, false);
    assertSays(setUp(meter, TOKEN, false), State.ALREADY, "already");
    assertEquals(1, tokensSent());
  }

  @Test
  void aMeterIsNotSetUpTwiceNorATokenGivenTwiceUnlessSomebodySaysSo() throws Exception {
    setUp(meter, TOKEN, false);
    assertSays(setUp(meter, OTHER, false), State.NOT_DONE, "set up already, as Kiosk");
    try (TestMeter second = TestMeter.create(2, 10, NOW, time, settings -> settings)) {
      assertSays(setUp(second, TOKEN, false), State.NOT_DONE, "belongs to " + meter.ssid());
      assertEquals(0, second.server().requests().size(), "the meter was not even asked");
    }
    assertSays(setUp(meter, OTHER, true), State.DONE, "holds the token");
    assertEquals(Optional.of(OTHER), laptop.store().meters().meter(meter.ssid()).orElseThrow().token());
  }

  @Test
  void aMeterThatSomebodyElseSetUpIsNotTouchedUnasked() throws Exception {
    try (TestMeter foreign = TestMeter.create(3, 20, NOW, time)) {
      assertSays(setUp(foreign, OTHER, false), State.NOT_DONE, "holds another token", "Nothing was changed");
      assertEquals(List.of("/token"), foreign.server().requests().stream().map(ReceivedRequest::path).toList());
      assertSays(setUp(foreign, OTHER, true), State.DONE, "readings of the meter are safe here");
      foreign.assertAllOnce(laptop.stored(foreign.ssid()));
      assertEquals(Optional.of(OTHER.encode()), foreign.meter().storedToken());
    }
  }

  @Test
  void aTokenPreparedForAnotherMeterIsNotGivenAway() throws Exception {
    laptop.prepared().keep(List.of(new PreparedSetUp(TestMeter.ssid(9), TOKEN, Optional.empty(), Optional.empty(),
        Optional.empty())));
    assertSays(setUp(meter, TOKEN, false), State.NOT_DONE, "prepared for " + TestMeter.ssid(9));
    assertEquals(0, meter.server().requests().size(), "the meter was not even asked");
    assertSays(setUp(meter, TOKEN, true), State.DONE, "holds the token");
  }

  @Test
  void aTokenThatMakesTheMeterHangIsReplaced() throws Exception {
    meter.meter().handle(MeterRequest.post("/token", Bytes.ofHex("ff")));
    assertSays(setUp(meter, TOKEN, false), State.DONE, "read back");
    assertEquals(Optional.of(TOKEN.encode()), meter.meter().storedToken());
    meter.assertAllOnce(laptop.stored(meter.ssid()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set-token:lose", "set-token:cut@0"})
  void aLostReplyIsDecidedByReadingBack(String plan) {
    meter.serve(FaultPlan.parse(plan));
    assertSays(setUp(meter, TOKEN, false), State.DONE, "read back");
  }

  @Test
  void aTokenThatWasNotStoredIsSeenAndTheSetUpCanBeRepeated() throws Exception {
    meter.serve(FaultPlan.parse("set-token#1:ignore"));
    assertSays(setUp(meter, TOKEN, false), State.PARTLY, "Repeat the set-up");
    assertSays(setUp(meter, TOKEN, false), State.DONE, "read back");
    meter.assertAllOnce(laptop.stored(meter.ssid()));
  }

  @Test
  void aMeterThatCannotBeReadOrErasedGetsNoToken() {
    for (String plan : List.of("telemetry:cut@90", "reset:500", "reset:half", "powerloss:500")) {
      meter.serve(FaultPlan.parse(plan));
      assertSays(setUp(meter, TOKEN, false), State.NOT_DONE, "was not set up");
      assertEquals(0, tokensSent());
      meter.recover(time);
    }
  }
}
