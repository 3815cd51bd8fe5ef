package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.laptopclock.SystemSync;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.operate.EraseRequest;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.operate.OperationResult.State;
import org.semcollector.app.operate.TargetMeter;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.readout.TokenState;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.ReceivedRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Clock, token and memory of a meter: nothing is called done that was not seen, and nothing is changed before what it
/// would destroy is safe.
class OperationsAreReadBackIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");

  @TempDir
  Path folder = Path.of("");

  private final TestTime time = new TestTime(NOW);
  private TestMeter meter;
  private Laptop laptop;

  @BeforeEach
  void start() throws Exception {
    meter = TestMeter.create(1, 50, NOW, time);
    laptop = Laptop.with(time).in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    meter.close();
    laptop.close();
  }

  private TargetMeter target() {
    return new TargetMeter(meter.ssid(), meter.uri());
  }

  private OperationResult setTime() {
    return laptop.operations().setTime(target(), false, CollectListener.NONE);
  }

  private OperationResult erase(Optional<String> typed) {
    return laptop.operations().erase(new EraseRequest(target(), typed, false), CollectListener.NONE);
  }

  private static void assertSays(OperationResult result, State state, String... words) {
    assertEquals(state, result.state(), result.sentence());
    for (String word : words)
      assertTrue(result.sentence().contains(word), result.sentence());
    assertFalse(result.sentence().contains("{"), result.sentence());
  }

  private List<ReceivedRequest> requests(String path) {
    return meter.server().requests().stream().filter(request -> request.path().equals(path)).toList();
  }

  private List<VisitFact> facts() throws Exception {
    var facts = new java.util.ArrayList<VisitFact>();
    for (VisitRef visit : laptop.journal().visits(meter.ssid()))
      facts.addAll(laptop.journal().facts(visit));
    return facts;
  }

  @Test
  void theClockIsSetAfterEverythingIsSafeAndTheLagIsTold() throws Exception {
    // 25 minutes without power and up to an hour since the last save: the clock is behind
    OperationResult result = setTime();
    assertSays(result, State.DONE, "min behind", "It is set now", "safe here");
    assertTrue(result.clockLag().orElseThrow().compareTo(Duration.ofMinutes(10)) > 0, result.toString());
    meter.assertAllOnce(laptop.stored(meter.ssid()));
    assertEquals(1, requests("/time").size());
    assertEquals(8, requests("/time").getFirst().bodyLength());
    assertEquals("8", requests("/time").getFirst().headers().get("content-length"));
    assertEquals(List.of(), requests("/reset"));
    Instant shows = meter.meter().deviceTime().orElseThrow();
    assertTrue(Duration.between(shows, time.instant()).abs().compareTo(Duration.ofSeconds(2)) < 0, shows.toString());
    assertSays(setTime(), State.DONE, "is set now");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      time:refuse          | PARTLY   | refused to set its clock (status 500)
      time:lose            | PARTLY   | did not answer the request to set its clock
      time:reboot          | PARTLY   | did not answer the request to set its clock
      telemetry:cut@90     | NOT_DONE | ended inside the readings
      telemetry:reboot@600 | NOT_DONE | the readings
      any:silent           | NOT_DONE | does not answer
      """)
  void aClockThatWasNotSeenSetIsNotCalledSet(String plan, State state, String words) {
    meter.serve(FaultPlan.parse(plan.replace("reboot@", "reboot-at@")));
    assertSays(setTime(), state, "The meter's clock was not set", words);
    meter.recover(time);
    assertSays(setTime(), State.DONE, "is set now");
  }

  @Test
  void aLostReplyToTheClockIsSentOnceMore() {
    meter.serve(FaultPlan.parse("time#1:lose"));
    assertSays(setTime(), State.DONE, "is set now");
    assertEquals(2, requests("/time").size());
  }

  @Test
  void aDoubtfulClockSetsNothingUntilSomebodySaysItIsRight() throws Exception {
    laptop.close();
    laptop = Laptop.with(time).clockSync(SystemSync.UNKNOWN).in(folder);
    assertSays(setTime(), State.PARTLY, "No better clock has been heard yet", "clock was not set");
    assertEquals(List.of(), requests("/time"));
    meter.assertAllOnce(laptop.stored(meter.ssid()));
    assertSays(laptop.operations().setTime(target(), true, CollectListener.NONE), State.DONE, "is set now");
    laptop.laptopClock().confirm();
    assertSays(setTime(), State.DONE, "is set now");
  }

  @Test
  void aMeterIsAskedWithoutChangingOrKeepingAnything() throws Exception {
    laptop.collect(meter, org.semcollector.app.meter.ErasePolicy.NEVER);
    int visits = laptop.journal().visits(meter.ssid()).size();
    MeterLook look = assertInstanceOf(LookResult.Seen.class, laptop.look(meter.uri())).look();
    assertEquals(102, look.version().number());
    assertEquals(List.of(new ReleaseVersion(1, 0, 2)), look.releases());
    assertEquals(new TokenState.Present(TestMeter.token(1)), look.token());
    assertEquals(meter.ssid(), look.owner().orElseThrow().ssid());
    assertEquals(visits, laptop.journal().visits(meter.ssid()).size());
    meter.meter().forgetToken();
    assertEquals(new TokenState.Unset(), look().token());
    meter.meter().handle(MeterRequest.post("/token", Bytes.ofHex("ff")));
    assertEquals(new TokenState.Unreadable("the answer never ends"), look().token());
    meter.serve(FaultPlan.parse("version:html"));
    String said = assertInstanceOf(LookResult.NotSeen.class, laptop.look(meter.uri())).sentence();
    assertTrue(said.contains("does not speak like a meter"), said);
  }

  private MeterLook look() {
    return assertInstanceOf(LookResult.Seen.class, laptop.look(meter.uri())).look();
  }

  @Test
  void aTokenIsStoredAndReadBackWithoutErasing() throws Exception {
    var other = new MeterToken("AnotherTokenForMeter", TestMeter.token(1).deviceProfileId());
    assertEquals(SetUpResult.State.NOT_DONE, storeToken(other, false).state());
    assertEquals(List.of(), requests("/reset"));
    SetUpResult stored = storeToken(other, true);
    assertEquals(SetUpResult.State.DONE, stored.state(), stored.sentence());
    assertEquals(Optional.of(other.encode()), meter.meter().storedToken());
    assertEquals(List.of(), requests("/reset"));
    assertTrue(meter.meter().recordCount() > 40);
    assertEquals(SetUpResult.State.ALREADY, storeToken(other, false).state());
  }

  private SetUpResult storeToken(MeterToken token, boolean replace) {
    return laptop.operations().storeToken(
        new SetUpRequest(meter.ssid(), meter.uri(), token, Optional.empty(), Optional.empty(), replace, false),
        CollectListener.NONE);
  }

  @Test
  void aMeterIsErasedWithProofAndSeenEmpty() throws Exception {
    assertSays(erase(Optional.empty()), State.DONE, "erased and seen empty");
    assertEquals(0, meter.meter().recordCount());
    meter.assertAllOnce(laptop.stored(meter.ssid()));
    assertSays(erase(Optional.empty()), State.DONE, "had no readings");
    assertEquals(1, meter.meter().erasures());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      reset:500       | refused to be erased (status 500) and still has its readings
      reset:half      | erased only in part (status 500): its outage log is gone
      reset:ignore    | said it was erased, but still has its readings
      reset:silent    | did not answer the erase request and still has its readings
      reset:reboot    | could not be seen empty afterwards
      """)
  void aResetThatWasNotSeenIsNotCalledOneAndThePowerCycleIsSaid(String plan, String words) throws Exception {
    meter.serve(FaultPlan.parse(plan));
    OperationResult result = erase(Optional.of(meter.ssid().value()));
    assertSays(result, State.PARTLY, words, "Switch the meter off and on", "not asked to erase itself a second time");
    assertEquals(1, requests("/reset").size());
    assertTrue(facts().stream().noneMatch(VisitFact.EraseProven.class::isInstance));
    meter.recover(time);
    assertSays(erase(Optional.empty()), State.DONE, "seen empty");
    meter.assertAllOnce(laptop.stored(meter.ssid()));
  }

  @Test
  void aLostReplyToTheResetIsDecidedByLooking() {
    meter.serve(FaultPlan.parse("reset:lose"));
    assertSays(erase(Optional.empty()), State.DONE, "did not answer the erase request, but was seen empty");
  }

  /// What cannot be proven is not erased unless somebody types the meter's name.
  @Test
  void withoutProofOnlyTheTypedNameErases() throws Exception {
    meter.serve(FaultPlan.parse("telemetry#1-4:garbage@3"));
    assertSays(erase(Optional.empty()), State.NOT_DONE, "could not be proven safe", "type its name");
    assertSays(erase(Optional.of("SEM-24:6f:28:00:00:77")), State.NOT_DONE, "not the name of this meter");
    assertEquals(List.of(), requests("/reset"));
    laptop.store().meters().rename(meter.ssid(), "Kiosk");
    assertSays(erase(Optional.of(" kiosk ")), State.DONE, "erased as asked and seen empty");
    assertEquals(0, meter.meter().recordCount());
    assertEquals(1, facts().stream().filter(VisitFact.EraseProven.class::isInstance).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset:500", "reset:half", "reset:ignore"})
  void aForcedResetIsLookedAtToo(String reset) throws Exception {
    meter.serve(FaultPlan.parse("telemetry#1-2:garbage@3; " + reset));
    OperationResult result = erase(Optional.of(meter.ssid().value()));
    assertSays(result, State.PARTLY, "Switch the meter off and on");
    assertTrue(facts().stream().noneMatch(VisitFact.EraseProven.class::isInstance));
  }

  /// The same address, another meter: it is not erased for the one that was meant.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void anotherMeterAtTheAddressIsNeverErased(int from) {
    laptop.collect(meter, org.semcollector.app.meter.ErasePolicy.NEVER);
    meter.serve(FaultPlan.parse("telemetry:garbage@3; token#" + from + "+:other"));
    assertFalse(erase(Optional.of(meter.ssid().value())).state() == State.DONE);
    assertEquals(0, meter.meter().erasures());
  }
}
