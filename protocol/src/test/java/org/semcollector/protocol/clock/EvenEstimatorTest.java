package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvenEstimatorTest {
  private static final Instant SET = TestMeter.START;
  private static final double EXACT_SECONDS = 1.0;
  private static final ClockEstimator EVEN = ClockEstimators.byName("even").orElseThrow();

  // Clock set at 0 h. Readings at 1, 2, 3 h, boot at 3 h, readings at 4, 5 h, boot at 5 h, readings at 6, 7 h.
  // Visit at 27.5 h: the meter's clock is between 7 h and 8 h + 15 s, so all lags together are between
  // 19.5 h - 15 s and 20.5 h, 20 h in the middle; half of it, 10 h, goes to the first outage.
  @Test
  void sumKnownAtTheVisitIsSharedOutEvenly() {
    List<CorrectedTime> times = EVEN.estimate(problem(27.5, List.of(3.0, 5.0), 1, 2, 3, 4, 5, 6, 7));
    for (int hour = 1; hour <= 3; hour++) {
      assertEquals(new CorrectedTime(at(hour), at(hour), at(hour), Why.BEFORE_FIRST_OUTAGE), times.get(hour - 1));
    }
    assertEquals(new CorrectedTime(at(14), at(4), at(24.5), Why.SHARED_OUT), times.get(3));
    assertEquals(new CorrectedTime(at(15), at(5), at(25.5), Why.SHARED_OUT), times.get(4));
    assertEquals(new CorrectedTime(at(26), at(25.5).minusSeconds(15), at(26.5), Why.VISIT), times.get(5));
    assertEquals(new CorrectedTime(at(27), at(26.5).minusSeconds(15), at(27.5), Why.VISIT), times.get(6));
  }

  @Test
  void oneOutageNeedsNoSplit() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).runHours(4).run(Duration.ofMinutes(20));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    assertExact(meter, times, 0, 5);
    for (int i = 5; i < 9; i++) {
      assertEquals(Why.VISIT, times.get(i).why());
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofMinutes(30)) <= 0);
      assertTrue(width(times.get(i)).compareTo(Duration.ofMinutes(61)) < 0);
    }
  }

  @Test
  void readingStampedAfterItsPowerLossEntryIsBeforeTheOutage() {
    TestMeter meter = TestMeter.set().runHours(2).outage(Duration.ofHours(9)).runHours(2);
    assertTrue(meter.readings.get(1).deviceMillis() > meter.visit().powerLosses().entries().getFirst());
    assertEquals(Why.BEFORE_FIRST_OUTAGE, EVEN.estimate(meter.visit()).get(1).why());
    assertEquals(Why.VISIT, EVEN.estimate(meter.visit()).get(2).why());
  }

  @Test
  void bootsShorterThanAnHourAreOneGap() {
    TestMeter meter = TestMeter.set().runHours(3);
    for (int i = 0; i < 4; i++) {
      meter.outage(Duration.ofHours(2)).run(Duration.ofMinutes(20));
    }
    meter.run(Duration.ofMinutes(50)).outage(Duration.ofHours(10)).runHours(2);
    ClockRun run = Segments.of(meter.visit()).runs().getFirst();
    assertEquals(List.of(4, 1), run.outages().stream().map(Outage::boots).toList());
    assertEquals(List.of(new Segment(0, 3, 0), new Segment(3, 4, 1), new Segment(4, 6, 2)), run.segments());
  }

  // A clock set between two boots moves the second entry away from the first: two outages, no reading between.
  @Test
  void severalOutagesBetweenTwoReadingsAreAllApplied() {
    List<CorrectedTime> times = EVEN.estimate(problem(33.5, List.of(2.0, 2.5, 4.5), 1, 2, 3.5, 4.5, 5.5));
    // at the visit the clock is at 6 h in the middle: 27.5 h for three outages, 2/3 of it after the first two
    assertEquals(at(2), times.get(1).measuredAt());
    assertEquals(at(3.5 + 27.5 * 2 / 3), times.get(2).measuredAt());
    assertEquals(at(5.5 + 27.5), times.get(4).measuredAt());
  }

  @Test
  void phasesOfOneHourAreShiftedTogether() {
    TestMeter meter = TestMeter.set(3, SavePeriod.HOUR).runHours(2).outage(Duration.ofHours(5)).runHours(2);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < 12; i += 3) {
      for (int phase = 1; phase < 3; phase++) {
        assertEquals(Duration.ofSeconds(phase),
            Duration.between(times.get(i).measuredAt(), times.get(i + phase).measuredAt()));
        assertEquals(times.get(i).why(), times.get(i + phase).why());
      }
    }
  }

  @Test
  void minuteFirmwareIsPlacedByItsOwnPeriod() {
    TestMeter meter = TestMeter.set(1, SavePeriod.MINUTE).run(Duration.ofMinutes(30)).outage(Duration.ofMinutes(20))
        .run(Duration.ofMinutes(30));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    int before = Segments.of(meter.visit()).runs().getFirst().segments().getFirst().to();
    assertExact(meter, times, 0, before);
    for (int i = before; i < times.size(); i++) {
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofSeconds(33)) <= 0);
    }
  }

  @Test
  void withoutBootEveryReadingIsExact() {
    TestMeter meter = TestMeter.set().runHours(50).run(Duration.ofMinutes(59));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    assertExact(meter, times, 0, 50);
    assertTrue(times.stream().allMatch(time -> time.why() == Why.CLOCK_SET));
  }

  @Test
  void readingsBeforeAnOutageThatCameAfterThemAreExact() {
    TestMeter meter = TestMeter.set().runHours(6).outage(Duration.ofHours(100)).run(Duration.ofMinutes(10));
    assertExact(meter, EVEN.estimate(meter.visit()), 0, 6);
  }

  // The next save of a healthy meter can be a second late: 3,604 s since the last stamp are no lag.
  @Test
  void lagWithinTheUncertaintyOfTheHourShiftsNothing() {
    var problem = problem(6 + 3_604 / 3_600.0, List.of(3.0), 1, 2, 3, 4, 5, 6);
    List<CorrectedTime> times = EVEN.estimate(problem);
    for (int i = 0; i < 6; i++) {
      assertEquals(at(i + 1), times.get(i).measuredAt());
    }
    assertEquals(at(6).plusSeconds(3_604), times.get(5).latest());
  }

  @Test
  void clockNeverSetIsPlacedByTheVisit() {
    TestMeter meter = TestMeter.neverSet().runHours(40).run(Duration.ofMinutes(31));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < 40; i++) {
      assertEquals(Why.CLOCK_NEVER_SET, times.get(i).why());
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofMinutes(31)) <= 0);
      assertTrue(width(times.get(i)).compareTo(Duration.ofMinutes(61)) < 0);
      assertHolds(meter, times, i);
    }
  }

  @Test
  void outagesOfAClockNeverSetLeaveTheIntervalOpenToThePast() {
    TestMeter meter = TestMeter.neverSet().runHours(10).outage(Duration.ofDays(60)).runHours(10);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < 20; i++) {
      assertHolds(meter, times, i);
    }
    assertTrue(error(meter, times, 15).abs().compareTo(Duration.ofMinutes(31)) <= 0);
    assertEquals(Instant.ofEpochMilli(PowerLossLog.CLOCK_SET_SINCE_MILLIS), times.getFirst().earliest());
  }

  // Setting the clock does not touch the save timer: one period lies between the last stamp of 1970 and the first true
  // one.
  @Test
  void readingsBeforeTheFirstClockSetAreCountedBackFromIt() {
    TestMeter meter = TestMeter.neverSet().runHours(10).run(Duration.ofMinutes(25)).setClock().runHours(10);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < 20; i++) {
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofSeconds(3)) <= 0);
      assertHolds(meter, times, i);
    }
    assertEquals(Why.CLOCK_NEVER_SET, times.get(9).why());
    assertEquals(Why.CLOCK_SET, times.get(10).why());
  }

  @Test
  void clockThatWasAheadIsCountedBackFromWhereItWasSetRight() {
    TestMeter meter = TestMeter.set().setClockWrongBy(Duration.ofHours(50)).runHours(8).setClock().runHours(8);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < 16; i++) {
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofSeconds(3)) <= 0);
    }
  }

  // A meter that was not erased: its next visit brings the same readings and boots again, and more. Setting the clock
  // does not touch the save timer, so the first reading after it tells the lag of those before it to a few seconds.
  @Test
  void firstReadingAfterAKnownClockSetSettlesTheLagBeforeIt() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).runHours(4).run(Duration.ofMinutes(20))
        .setClock().runHours(6);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 5; i < 15; i++) {
      assertTrue(error(meter, times, i).abs().compareTo(Duration.ofSeconds(3)) <= 0);
      assertHolds(meter, times, i);
    }
    assertExact(meter, times, 9, 15);
    assertEquals(Why.VISIT, times.get(8).why());
    assertEquals(Why.CLOCK_SET, times.get(9).why());
  }

  @Test
  void bootRightAfterTheFirstClockSetTellsWhenItWasSet() {
    TestMeter meter = TestMeter.neverSet().runHours(10).run(Duration.ofMinutes(25)).setClock()
        .outage(Duration.ofHours(30));
    assertHolds(meter, EVEN.estimate(meter.visit()), 9);
    assertTrue(error(meter, EVEN.estimate(meter.visit()), 9).abs().compareTo(Duration.ofMinutes(31)) <= 0);
    meter.runHours(7);
    assertHolds(meter, EVEN.estimate(meter.visit()), 9);
    assertTrue(error(meter, EVEN.estimate(meter.visit()), 9).abs().compareTo(Duration.ofMinutes(31)) <= 0);
  }

  @Test
  void outageBeforeTheClockWasSetIsCountedFromItsBoot() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).run(Duration.ofMinutes(20)).setClock()
        .runHours(6);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    assertExact(meter, times, 5, 11);
    for (int i = 0; i < 5; i++) {
      assertEquals(meter.readings.get(i).deviceMillis(), times.get(i).measuredAt().toEpochMilli());
      assertHolds(meter, times, i);
    }
  }

  @Test
  void everyRunHasItsOwnBoots() {
    TestMeter lost = TestMeter.set().runHours(4).setClockWrongBy(Duration.between(TestMeter.START, Instant.EPOCH))
        .runHours(3).setClock().runHours(3).outage(Duration.ofHours(6)).runHours(3);
    assertEquals(List.of(0, 0, 1), outagesOfRuns(lost));
    TestMeter ahead = TestMeter.set().setClockWrongBy(Duration.ofHours(50)).runHours(4).outage(Duration.ofHours(5))
        .runHours(4).setClock().runHours(3).outage(Duration.ofHours(6)).outage(Duration.ofHours(1)).runHours(3);
    assertEquals(List.of(1, 1), outagesOfRuns(ahead));
  }

  @Test
  void clockSetThatNoReadingFollowedEndsTheEvidence() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).runHours(4).run(Duration.ofMinutes(20));
    List<CorrectedTime> before = EVEN.estimate(meter.visit());
    List<CorrectedTime> after = EVEN.estimate(meter.setClock().run(Duration.ofMinutes(30)).visit());
    assertEquals(before.subList(5, 9), after.subList(5, 9));
  }

  @Test
  void bootsBeforeTheKnownClockSetAreNotThisStretchs() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).setClock();
    meter.readings.clear();
    meter.truth.clear();
    meter.runHours(6).run(Duration.ofMinutes(20));
    assertExact(meter, EVEN.estimate(meter.visit()), 0, 6);
  }

  @Test
  void clockSetForwardDuringAnHourIsNoOutage() {
    TestMeter meter = TestMeter.set().runHours(4).run(Duration.ofMinutes(10)).setClockWrongBy(Duration.ofMinutes(7))
        .runHours(4);
    assertEquals(1, Segments.of(meter.visit()).runs().getFirst().segments().size());
  }

  @Test
  void readingsWhoseTimeWasNotStoredStayBeforeTheirOutage() {
    TestMeter meter = TestMeter.set().runHours(4).saveWithoutStoringTime().saveWithoutStoringTime()
        .outage(Duration.ofHours(50)).runHours(5);
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    assertExact(meter, times, 0, 6);
    for (int i = 6; i < 11; i++) {
      assertEquals(Why.VISIT, times.get(i).why());
      assertHolds(meter, times, i);
    }
  }

  @Test
  void unknownClockSetLeavesTheFirstReadingsOpen() {
    ClockProblem known = problem(27.5, List.of(3.0, 5.0), 1, 2, 3, 4, 5, 6, 7);
    var unknown = new ClockProblem(known.readings(), known.periods(), known.powerLosses(), Optional.empty(),
        known.collectedAt());
    assertEquals(new CorrectedTime(at(1), at(1), at(21.5), Why.RAW), EVEN.estimate(unknown).getFirst());
    assertEquals(EVEN.estimate(known).subList(3, 7), EVEN.estimate(unknown).subList(3, 7));
  }

  @Test
  void clockAheadOfTheVisitIsLeftAsItIsAndSaysSo() {
    List<CorrectedTime> times = EVEN.estimate(problem(2, List.of(3.0), 1, 2, 3, 4, 5, 6, 7));
    for (int i = 0; i < 7; i++) {
      assertEquals(at(i + 1), times.get(i).measuredAt());
    }
    assertEquals(at(1).minusSeconds(15), times.getLast().earliest());
  }

  @Test
  void noReadingsHaveNoTimes() {
    assertEquals(List.of(), EVEN.estimate(problem(9, List.of(3.0))));
  }

  private static List<Integer> outagesOfRuns(TestMeter meter) {
    ClockProblem known = meter.visit();
    var unknown = new ClockProblem(known.readings(), known.periods(), known.powerLosses(), Optional.empty(),
        known.collectedAt());
    return Segments.of(unknown).runs().stream().map(run -> run.outages().size()).toList();
  }

  private static ClockProblem problem(double visitHour, List<Double> bootHours, double... readingHours) {
    var readings = Arrays.stream(readingHours).mapToObj(hour -> TestReadings.at(at(hour).toEpochMilli())).toList();
    var boots = new ArrayList<Long>();
    bootHours.forEach(hour -> boots.add(at(hour).toEpochMilli()));
    return new ClockProblem(readings, Collections.nCopies(readings.size(), SavePeriod.HOUR), new PowerLossLog(boots),
        Optional.of(SET), at(visitHour));
  }

  private static Instant at(double hour) {
    return SET.plusMillis(Math.round(hour * 3_600_000));
  }

  private static void assertExact(TestMeter meter, List<CorrectedTime> times, int from, int to) {
    for (int i = from; i < to; i++) {
      assertEquals(0, error(meter, times, i).toMillis() / 1000.0, EXACT_SECONDS, "reading " + i);
      assertEquals(Duration.ZERO, width(times.get(i)));
    }
  }

  private static void assertHolds(TestMeter meter, List<CorrectedTime> times, int i) {
    assertTrue(!meter.truth.get(i).isBefore(times.get(i).earliest().minusSeconds(1))
        && !meter.truth.get(i).isAfter(times.get(i).latest().plusSeconds(1)), "reading " + i + " " + times.get(i));
  }

  private static Duration error(TestMeter meter, List<CorrectedTime> times, int i) {
    return Duration.between(meter.truth.get(i), times.get(i).measuredAt());
  }

  private static Duration width(CorrectedTime time) {
    return Duration.between(time.earliest(), time.latest());
  }
}
