package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.clock.PinCheck.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PinsTest {
  private static final Duration HALF_A_PERIOD = Duration.ofMinutes(31);
  private final TestMeter meter = TestMeter.set().runHours(60).outage(Duration.ofHours(7)).runHours(40)
      .outage(Duration.ofHours(19)).runHours(30).outage(Duration.ofHours(4)).runHours(50).run(Duration.ofMinutes(25));
  private final ClockProblem visit = meter.visit();

  @ParameterizedTest
  @EnumSource(EvidenceTest.Using.class)
  void aKnownOutageFixesItsPlaceAndTheRestIsSharedOutAgain(EvidenceTest.Using using) {
    List<CorrectedTime> times = using.estimator().estimate(visit.with(pin(1, 0, 0)));
    for (int reading : new int[]{65, 105}) {
      assertEquals(Why.PIN, times.get(reading).why());
      assertTrue(error(times, reading).compareTo(HALF_A_PERIOD.plusMinutes(5)) <= 0, times.get(reading).toString());
      assertTrue(width(times.get(reading)).toMinutes() <= 71, times.get(reading).toString());
    }
    assertTrue(error(times, 105).toMinutes() <= 5, times.get(105).toString());
    assertTrue(error(even(visit), 105).toHours() >= 2);
  }

  @Test
  void severalPinsHoldTogetherAndLeaveNothingToShareOut() {
    ClockProblem pinned = visit.with(List.of(pin(0, 0, 0), pin(1, 0, 0), pin(2, 0, 0)));
    List<CorrectedTime> times = even(pinned);
    for (int i = 60; i < times.size(); i++) {
      assertTrue(error(times, i).toMinutes() <= 5, i + " " + times.get(i));
    }
    assertEquals(List.of(), UnfitEvidence.of(pinned));
  }

  @Test
  void aPinOfTheSameOutageTakesThePlaceOfTheOther() {
    ClockProblem twice = visit.with(pin(1, -60, -60)).with(pin(1, 0, 0));
    assertEquals(List.of(pin(1, 0, 0)), twice.pins());
    assertEquals(visit, twice.withoutPin(pin(1, 0, 0).bootMillis()));
    assertEquals(visit, twice.with(pin(0, 0, 0)).withoutPins());
  }

  @Test
  void whatCannotBeIsRefusedWithTheReason() {
    assertInstanceOf(PinCheck.Possible.class, Pins.check(visit, pin(1, 0, 0)));
    refused(Reason.ENDS_BEFORE_IT_BEGINS, visit, pin(1, 60, -19 * 60));
    Evidence.Pin some = pin(1, 0, 0);
    refused(Reason.NO_BOOT, visit, new Evidence.Pin(some.bootMillis() + 60_000, some.from(), some.to()));
    refused(Reason.TOO_LONG, visit, pin(1, 0, 24 * 60));
    refused(Reason.OVERLAPS_READINGS, visit, pin(0, -75, 0));
    refused(Reason.OVERLAPS_READINGS, visit, pin(2, 0, 120));
    refused(Reason.READINGS_MISSING, visit, pin(0, 75, 0));
    refused(Reason.READINGS_MISSING, visit, pin(2, 0, -120));
    refused(Reason.CONTRADICTS_PIN, visit.with(pin(1, 0, 0)), pin(0, 0, 120));
    ClockProblem ahead = TestMeter.set().setClockWrongBy(Duration.ofDays(9)).runHours(9).outage(Duration.ofHours(2))
        .runHours(9).visit();
    refused(Reason.CLOCK_NOT_TRUSTED, ahead, new Evidence.Pin(ahead.powerLosses().entries().getFirst(),
        TestMeter.START.plusSeconds(33_000), TestMeter.START.plusSeconds(40_000)));
  }

  @Test
  void aRefusedPinInAProblemIsLeftOutAndTold() {
    ClockProblem wrong = visit.with(pin(0, -75, 0));
    assertEquals(even(visit), even(wrong));
    assertEquals(pin(0, -75, 0), UnfitEvidence.of(wrong).getFirst().evidence());
    assertEquals(((PinCheck.Refused) Pins.check(visit, pin(0, -75, 0))).sentence(),
        UnfitEvidence.of(wrong).getFirst().reason());
    ClockProblem unknown = visit.with(new Evidence.Pin(5, TestMeter.START, TestMeter.START));
    assertEquals(1, UnfitEvidence.of(unknown).size());
  }

  @Test
  void theOutagesThatATimeCanMeanAreFound() {
    Evidence.Pin first = pin(0, 0, 0);
    assertEquals(List.of(first), Pins.possible(visit, first.from(), first.to()));
    Instant longAgo = TestMeter.START.minus(Duration.ofDays(1));
    assertEquals(List.of(), Pins.possible(visit, longAgo, longAgo.plusSeconds(60)));
  }

  @Test
  void aClockThatWasNeverSetIsPinnedToo() {
    TestMeter unset = TestMeter.neverSet().runHours(60).outage(Duration.ofHours(9)).runHours(80)
        .outage(Duration.ofHours(30)).runHours(40);
    Evidence.Pin known = unset.outages.get(1);
    List<CorrectedTime> times = even(unset.visit().with(known));
    assertTrue(Duration.between(times.get(20).measuredAt(), unset.truth.get(20)).abs().toMinutes() <= 36);
    assertTrue(Duration.between(times.get(100).measuredAt(), unset.truth.get(100)).abs().toMinutes() <= 5);
    assertEquals(Why.PIN, times.get(20).why());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void aPinThatEqualsTheEstimateChangesNothing(int seed) {
    ClockProblem problem = TestMeter.lived(new SplittableRandom(seed)).visit();
    List<CorrectedTime> times = even(problem);
    for (PlacedOutage placed : PlacedOutage.of(problem, times)) {
      List<CorrectedTime> pinned = even(problem.with(placed.pin()));
      for (int i = 0; i < times.size(); i++) {
        Duration moved = Duration.between(times.get(i).measuredAt(), pinned.get(i).measuredAt()).abs();
        assertTrue(moved.compareTo(HALF_A_PERIOD) <= 0, placed + " moves " + times.get(i) + " to " + pinned.get(i));
      }
    }
  }

  private Evidence.Pin pin(int outage, int fromMinutes, int toMinutes) {
    Evidence.Pin truth = meter.outages.get(outage);
    return new Evidence.Pin(truth.bootMillis(), truth.from().plusSeconds(60L * fromMinutes),
        truth.to().plusSeconds(60L * toMinutes));
  }

  private static void refused(Reason reason, ClockProblem problem, Evidence.Pin pin) {
    PinCheck.Refused refused = assertInstanceOf(PinCheck.Refused.class, Pins.check(problem, pin));
    assertEquals(reason, refused.reason(), refused.sentence());
    assertTrue(refused.sentence().endsWith("."), refused.sentence());
  }

  private Duration error(List<CorrectedTime> times, int reading) {
    return Duration.between(times.get(reading).measuredAt(), meter.truth.get(reading)).abs();
  }

  private static Duration width(CorrectedTime time) {
    return Duration.between(time.earliest(), time.latest());
  }

  private static List<CorrectedTime> even(ClockProblem problem) {
    return EvidenceTest.Using.EVEN.estimator().estimate(problem);
  }
}
