package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.FirmwareResult.State;
import org.semcollector.app.firmware.FirmwareStep;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.ReceivedRequest;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Firmware goes out once, after everything on the meter is safe, and what the meter runs afterwards is asked, not
/// assumed.
class FirmwareIsSentOnceIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");
  private static final Bytes IMAGE = SimulatedFirmware.image(100_000, 1);
  private static final ReleaseVersion NEXT = new ReleaseVersion(1, 0, 3);

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

  private FirmwareResult update(Bytes image, ReleaseVersion version, Objection.Kind... overridden) {
    return update(image, version, Optional.empty(), FirmwareListener.NONE, overridden);
  }

  private FirmwareResult update(Bytes image, ReleaseVersion version, Optional<UUID> profile, FirmwareListener listener,
      Objection.Kind... overridden) {
    var offered = new FirmwarePackage(image, version, profile);
    return laptop.update(meter, new FirmwareRequest(meter.ssid(), offered, Set.of(overridden), ErasePolicy.NEVER),
        listener);
  }

  private long sent() {
    return meter.server().requests().stream().map(ReceivedRequest::path).filter("/ota"::equals).count();
  }

  private List<VisitFact> facts() throws Exception {
    var facts = new java.util.ArrayList<VisitFact>();
    for (VisitRef visit : laptop.journal().visits(meter.ssid()))
      facts.addAll(laptop.journal().facts(visit));
    return facts;
  }

  private static void assertSays(FirmwareResult result, State state, String... words) {
    assertEquals(state, result.state(), result.sentence());
    for (String word : words)
      assertTrue(result.sentence().contains(word), result.sentence());
    assertFalse(result.sentence().contains("{"), result.sentence());
  }

  @Test
  void aMeterIsCollectedUpdatedAskedAndItsClockSetAgain() throws Exception {
    int bootsBefore = laptop.collect(meter, ErasePolicy.NEVER).outages();
    FirmwareResult result = update(IMAGE, NEXT);
    assertSays(result, State.CONFIRMED, "runs version 1.0.3 now (number 103)", "clock is set");
    assertEquals(103, meter.meter().version().number());
    assertEquals(1, sent());
    meter.assertAllOnce(laptop.stored(meter.ssid()));
    List<VisitFact> facts = facts();
    int sentAt = indexOf(facts, VisitFact.FirmwareSent.class);
    assertEquals(IMAGE.sha256(), ((VisitFact.FirmwareSent) facts.get(sentAt)).sha256());
    assertTrue(indexOf(facts, VisitFact.ReadoutComplete.class) < sentAt, "everything is safe first");
    assertEquals(103, ((VisitFact.FirmwareSeen) facts.get(indexOf(facts, VisitFact.FirmwareSeen.class))).number());
    assertEquals(Optional.of("1.0.3"), ((VisitFact.FirmwareSent) facts.get(sentAt)).version());
    assertEquals(List.of("set", "set", "sent", "seen", "set"), facts.stream().flatMap(fact -> switch (fact) {
      case VisitFact.ClockSetConfirmed _ -> Stream.of("set");
      case VisitFact.FirmwareSent _ -> Stream.of("sent");
      case VisitFact.FirmwareSeen _ -> Stream.of("seen");
      default -> Stream.empty();
    }).toList(),
        "the clock is set just before, since the restart puts it back to what was stored last, and again after");
    assertClockIsRight();
    assertEquals(bootsBefore + 1, laptop.collect(meter, ErasePolicy.NEVER).outages(),
        "the meter logs the restart as a boot");
    assertEquals(1, laptop.store().restarts().of(meter.ssid()).size(), "which is remembered as ours");
  }

  private void assertClockIsRight() {
    meter.meter().advanceTo(time.instant());
    Duration off = Duration.between(meter.meter().deviceTime().orElseThrow(), time.instant());
    assertTrue(off.abs().compareTo(Duration.ofSeconds(2)) < 0, off.toString());
  }

  private static int indexOf(List<VisitFact> facts, Class<? extends VisitFact> kind) {
    for (int i = 0; i < facts.size(); i++) {
      if (kind.isInstance(facts.get(i)))
        return i;
    }
    throw new AssertionError("no " + kind);
  }

  @Test
  void aSecondTimeNothingIsSent() throws Exception {
    update(IMAGE, NEXT);
    assertEquals(State.ALREADY, update(IMAGE, NEXT).state());
    assertEquals(1, sent());
  }

  /// The program died after it saw the new firmware and before it set the clock.
  @Test
  void theClockThatWasNotSetAgainIsSetByTheNextRun() throws Exception {
    assertThrows(IllegalStateException.class,
        () -> update(IMAGE, NEXT, Optional.empty(), new CancelsAt(Long.MAX_VALUE) {
          @Override
          public void step(FirmwareStep step) {
            if (step == FirmwareStep.SET_CLOCK)
              throw new IllegalStateException("killed");
          }
        }));
    time.pass(Duration.ofHours(3));
    meter.recover(time);
    assertEquals(Campaign.Standing.UNKNOWN, standing(), "it is still to be visited");
    assertSays(update(IMAGE, NEXT), State.CONFIRMED, "clock is set again");
    assertClockIsRight();
    assertEquals(State.ALREADY, update(IMAGE, NEXT).state());
    assertEquals(0, sent());
  }

  /// Silence while the slot is erased, a connection that closes without an answer: all of it is how a meter takes it.
  @ParameterizedTest
  @ValueSource(strings = {"ota:lose", "ota:cut@0", "ota:reboot-after"})
  void noAnswerIsNoFailure(String plan) {
    meter.serve(FaultPlan.parse(plan));
    assertSays(update(IMAGE, NEXT), State.CONFIRMED, "runs version 1.0.3 now");
    assertEquals(1, sent());
  }

  /// The meter starts anew, but with what it had: only its own word tells.
  @ParameterizedTest
  @ValueSource(strings = {"ota:reboot", "ota:ignore"})
  void aMeterThatDidNotTakeItIsNotCalledUpdated(String plan) throws Exception {
    meter.serve(FaultPlan.parse(plan));
    assertSays(update(IMAGE, NEXT), State.ROLLED_BACK, "old firmware (number 102)");
    assertClockIsRight();
    assertEquals(Campaign.Standing.ROLLED_BACK, standing());
  }

  private Campaign.Standing standing() throws Exception {
    return Campaign.of(laptop.journal(), List.of(meter.ssid()), 103).meters().getFirst().standing();
  }

  @Test
  void aMeterThatHasItAlreadyIsLeftAlone() {
    assertSays(update(IMAGE, new ReleaseVersion(1, 0, 2)), State.ALREADY, "already", "nothing was sent");
    assertEquals(0, sent());
  }

  @Test
  void anImageWithOneWrongBitNeverLeaves() {
    byte[] wrong = IMAGE.toArray();
    wrong[70_000] ^= 4;
    FirmwareResult result = update(Bytes.copyOf(wrong), NEXT);
    assertSays(result, State.NOT_SENT, "must not be sent", "Nothing was sent");
    assertEquals(List.of(Objection.Kind.IMAGE), result.objections().stream().map(Objection::kind).toList());
    assertEquals(0, sent());
  }

  @Test
  void earlierVersionsAndOtherProfilesNeedSomebodyWhoInsists() {
    assertSays(update(IMAGE, new ReleaseVersion(1, 0, 1)), State.NOT_SENT, "earlier");
    assertSays(update(IMAGE, NEXT, Optional.of(new UUID(9, 9)), FirmwareListener.NONE), State.NOT_SENT,
        "another device profile");
    assertEquals(0, sent());
    assertEquals(State.CONFIRMED, update(IMAGE, NEXT, Optional.of(TestMeter.token(1).deviceProfileId()),
        FirmwareListener.NONE).state());
    assertSays(update(IMAGE, new ReleaseVersion(1, 0, 2), Optional.empty(), FirmwareListener.NONE,
        Objection.Kind.EARLIER), State.NOT_SENT, "status 400", "runs what it ran");
  }

  @Test
  void aMeterThatGoesBackIsSaidToAndNotSentToAgainUnasked() throws Exception {
    meter.serve(FaultPlan.parse("ota:rollback"));
    int bootsBefore = laptop.collect(meter, ErasePolicy.NEVER).outages();
    assertSays(update(IMAGE, NEXT), State.ROLLED_BACK, "old firmware (number 102)", "clock is set");
    assertEquals(102, meter.meter().version().number());
    assertClockIsRight();
    assertEquals(bootsBefore + 2, laptop.collect(meter, ErasePolicy.NEVER).outages(), "it started twice");
    assertEquals(1, laptop.store().restarts().of(meter.ssid()).size(), "which is remembered as ours");
    FirmwareResult again = update(IMAGE, NEXT);
    assertSays(again, State.NOT_SENT, "was sent on 2026-05-04");
    assertEquals(1, sent());
    meter.serve(FaultPlan.NONE);
    assertEquals(State.CONFIRMED, update(IMAGE, NEXT, Objection.Kind.SENT_BEFORE).state());
  }

  @Test
  void aMeterThatDoesNotComeBackIsUnknownAndTheNextRunAsksFirst() throws Exception {
    var listener = new CancelsAt(Long.MAX_VALUE) {
      @Override
      public void step(FirmwareStep step) {
        if (step != FirmwareStep.RESTART)
          return;
        time.pass(Duration.ofSeconds(10)); // the new firmware is up and has proved itself
        meter.note();
        meter.server().powerOff();
      }
    };
    assertSays(update(IMAGE, NEXT, Optional.empty(), listener), State.UNKNOWN, "did not come back within 120 seconds",
        "readings are safe");
    assertEquals(Campaign.Standing.UNKNOWN, standing());
    meter.recover(time);
    FirmwareResult next = update(IMAGE, NEXT);
    assertSays(next, State.CONFIRMED, "runs version 1.0.3");
    assertEquals(0, sent(), "nothing is sent a second time by itself");
    assertEquals(Campaign.Standing.CONFIRMED, standing());
  }

  @Test
  void anUnknownOneThatWentBackIsSaidToByTheNextRun() throws Exception {
    VisitRef killed = laptop.journal().begin(meter.ssid(), time.instant());
    laptop.journal().append(killed, new VisitFact.FirmwareSent(time.instant(), 103, IMAGE.sha256()));
    assertEquals(Campaign.Standing.UNKNOWN, standing());
    assertSays(update(IMAGE, NEXT), State.NOT_SENT, "was sent on 2026-05-04");
    assertEquals(Campaign.Standing.ROLLED_BACK, standing());
    assertEquals(0, sent());
  }

  @Test
  void refusalsLeaveTheMeterAsItWasAndDoNotCountAsSent() throws Exception {
    for (String plan : List.of("ota:500", "ota:refuse")) {
      meter.serve(FaultPlan.parse(plan));
      assertSays(update(IMAGE, NEXT), State.NOT_SENT, "refused the firmware (status 500)");
      assertEquals(102, meter.meter().version().number());
      assertEquals(Campaign.Standing.REFUSED, standing());
    }
    meter.serve(FaultPlan.NONE);
    assertSays(update(IMAGE, NEXT), State.CONFIRMED, "runs version 1.0.3 now");
  }

  @Test
  void anotherMeterAfterTheRestartIsNotTakenForThisOne() {
    // the token is asked for once at first, three times by the visit, once before sending, then after the restart
    meter.serve(FaultPlan.parse("token#5:other"));
    assertSays(update(IMAGE, NEXT), State.NOT_SENT, "Another meter answers now");
    assertEquals(0, sent());
    meter.serve(FaultPlan.parse("token#6+:other"));
    assertSays(update(IMAGE, NEXT), State.UNKNOWN, "another meter answers now");
  }

  @Test
  void aVisitThatIsNotCompleteStopsTheUpdate() {
    meter.serve(FaultPlan.parse("telemetry:cut@90"));
    assertSays(update(IMAGE, NEXT), State.NOT_SENT, "visit before it was not complete");
    assertEquals(0, sent());
  }

  @Test
  void cancellingWhileItIsSentLeavesTheOldFirmware() throws Exception {
    FirmwareResult result = update(IMAGE, NEXT, Optional.empty(), new CancelsAt(40_000));
    assertSays(result, State.NOT_SENT, "Cancelled while");
    assertEquals(102, meter.meter().version().number());
    assertEquals(Campaign.Standing.OPEN, standing());
  }

  @Test
  void stepsAndBytesAreReported() {
    var listener = new CancelsAt(Long.MAX_VALUE);
    update(IMAGE, NEXT, Optional.empty(), listener);
    assertEquals(List.of(FirmwareStep.values()), listener.steps);
    assertEquals(IMAGE.length(), listener.bytes.get());
  }

  /// Cancels when so many bytes are sent.
  private static class CancelsAt implements FirmwareListener {
    private final long limit;
    private final List<FirmwareStep> steps = new java.util.ArrayList<>();
    private final AtomicInteger bytes = new AtomicInteger();

    CancelsAt(long limit) {
      this.limit = limit;
    }

    @Override
    public void step(FirmwareStep step) {
      steps.add(step);
    }

    @Override
    public CollectListener visit() {
      return CollectListener.NONE;
    }

    @Override
    public Progress sending() {
      return new Progress() {
        @Override
        public void at(long done, long total) {
          bytes.set((int) done);
        }

        @Override
        public boolean cancelled() {
          return bytes.get() >= limit;
        }
      };
    }
  }

  @Test
  void aKillAfterTheJournalKnowsIsFinishedByTheNextRun() throws Exception {
    VisitRef killed = laptop.journal().begin(meter.ssid(), time.instant());
    laptop.journal().append(killed, new VisitFact.FirmwareSent(time.instant(), 103, IMAGE.sha256()));
    meter.meter().handle(new org.semcollector.protocol.simulator.MeterRequest("POST", "/ota",
        java.util.Map.of("x-firmware-version", "103"), IMAGE));
    time.pass(Duration.ofMinutes(1));
    assertSays(update(IMAGE, NEXT), State.CONFIRMED, "clock is set again");
    assertEquals(0, sent());
  }
}
