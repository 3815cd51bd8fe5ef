package org.semcollector.protocol.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.clock.bench.CaseScore;
import org.semcollector.protocol.clock.bench.ClockCase;
import org.semcollector.protocol.clock.bench.SampleCases;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProfileEstimatorTest {
  private static final ClockEstimator PROFILE = ClockEstimators.byName("profile").orElseThrow();
  private static final ClockEstimator EVEN = ClockEstimators.byName("even").orElseThrow();

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void lagsAreNeverNegativeNeverShrinkAndKeepTheSpacingOfASegment(int seed) {
    keepsOrderAndSpacing(lived(new SplittableRandom(seed)));
  }

  @Test
  void realLoadsKeepOrderAndSpacingToo() {
    SampleCases.all().forEach(each -> keepsOrderAndSpacing(each.problem()));
  }

  @Test
  void theSameProblemGetsTheSameAnswer() {
    ClockProblem problem = SampleCases.all().get(3).problem();
    assertEquals(PROFILE.estimate(problem), PROFILE.estimate(problem));
  }

  @Test
  void oneOutageIsPlacedByTheVisitUpToThePhase() {
    ClockCase one = SampleCases.all().getFirst();
    List<CorrectedTime> even = EVEN.estimate(one.problem());
    assertEquals(even, PROFILE.estimate(one.problem()));
    assertTrue(CaseScore.of(one, even).meanErrorMinutes() <= 30);
    assertEquals(1, CaseScore.of(one, even).covered());
  }

  @Test
  void withoutOutagesNothingIsMoved() {
    ClockProblem problem = TestMeter.set().runHours(200).visit();
    assertEquals(EVEN.estimate(problem), PROFILE.estimate(problem));
  }

  @Test
  void aClockThatWasNeverSetIsPlacedAsEvenPlacesIt() {
    ClockProblem problem = TestMeter.neverSet().runHours(60).outage(Duration.ofHours(9)).runHours(80).visit();
    assertEquals(EVEN.estimate(problem), PROFILE.estimate(problem));
  }

  @Test
  void aHouseholdsHoursTellWhereASegmentBelongs() {
    CaseScore score = score(twoOutages(), List.of());
    assertTrue(score.meanErrorMinutes() < 30, score.toString());
    assertTrue(score.covered() > 0.8, score.toString());
  }

  @Test
  void historyNarrowsTheInterval() {
    TestMeter meter = TestMeter.set().runHours(10).outage(Duration.ofHours(3)).runHours(15)
        .outage(Duration.ofHours(5)).runHours(18).outage(Duration.ofHours(11)).runHours(12);
    CaseScore without = score(meter, List.of());
    CaseScore with = score(meter, Household.history());
    assertTrue(with.meanErrorMinutes() < 60, with.toString());
    assertTrue(with.widthMinutes() < without.widthMinutes() / 3, with + " " + without);
    assertTrue(with.covered() > 0.8, with.toString());
    assertTrue(without.covered() > 0.8, without.toString());
  }

  @Test
  void summerTimeIsWhatTheHouseholdLivesBy() {
    TestMeter acrossTheChange = TestMeter.set().runHours(24 * 24).outage(Duration.ofHours(19)).runHours(60)
        .outage(Duration.ofHours(3)).runHours(40);
    CaseScore score = score(acrossTheChange, Household.history());
    assertTrue(score.meanErrorMinutes() < 15, score.toString());
  }

  @Test
  void powerThatWasOffAtTheVisitIsNotTakenForAnOutageInTheLog() {
    TestMeter meter = TestMeter.set().runHours(230).outage(Duration.ofHours(7)).runHours(220);
    assertTrue(score(meter.dark(Duration.ofHours(53)), Household.history()).meanErrorMinutes() < 30);
  }

  @Test
  void aConstantLoadSaysNothingAndTheIntervalAdmitsIt() {
    TestMeter meter = TestMeter.set().runHours(100).outage(Duration.ofHours(2)).runHours(50)
        .outage(Duration.ofHours(20)).runHours(90);
    CorrectedTime between = PROFILE.estimate(meter.visit()).get(120);
    assertTrue(Duration.between(between.earliest(), between.latest()).toHours() > 8, between.toString());
    assertFalse(meter.truth.get(120).isBefore(between.earliest()));
    assertFalse(meter.truth.get(120).isAfter(between.latest()));
  }

  @Test
  void absencesBeyondWhatIsExpectedAreSharedOutAsEvenDoes() {
    TestMeter within = TestMeter.set().runHours(50).outage(Duration.ofHours(5)).runHours(50)
        .outage(ProfileEstimator.MOST_PER_OUTAGE.multipliedBy(2).minusHours(8)).runHours(50);
    assertFalse(times(PROFILE, within).equals(times(EVEN, within)));
    TestMeter beyond = TestMeter.set().runHours(50).outage(Duration.ofHours(5)).runHours(50)
        .outage(ProfileEstimator.MOST_PER_OUTAGE.multipliedBy(2)).runHours(50);
    assertEquals(times(EVEN, beyond), times(PROFILE, beyond));
  }

  @Test
  void moreThanTwoWeeksInAllAreSharedOutAsEvenDoes() {
    TestMeter meter = TestMeter.set();
    for (int i = 0; i < 10; i++) {
      meter.runHours(30).outage(ProfileEstimator.MOST_IN_ALL.dividedBy(11));
    }
    ClockProblem within = Household.measuredBy(meter.runHours(30));
    assertFalse(PROFILE.estimate(within).equals(EVEN.estimate(within)));
    ClockProblem beyond = Household.measuredBy(meter.outage(ProfileEstimator.MOST_IN_ALL.dividedBy(10)).runHours(30));
    assertEquals(EVEN.estimate(beyond), PROFILE.estimate(beyond));
  }

  @Test
  void anythingAMeterCanSendIsPlaced() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      ClockProblem stamps = TestMeter.lived(random).visit();
      List<Reading> noise = TestReadings.any(random, stamps.readings().size());
      var readings = new ArrayList<Reading>();
      for (int i = 0; i < noise.size(); i++) {
        Reading r = noise.get(i);
        readings
            .add(new Reading(stamps.readings().get(i).channel(), r.activePowerW(), r.apparentPowerVa(), r.currentA(),
                r.voltageV(), r.intervalEnergyKwh(), stamps.readings().get(i).deviceMillis()));
      }
      keepsOrderAndSpacing(new ClockProblem(readings, stamps.periods(), stamps.powerLosses(), stamps.clockSetAt(),
          stamps.collectedAt()));
    }
  }

  @Test
  void oneReadingAndNoneAndHundredsOfBoots() {
    assertEquals(List.of(), PROFILE.estimate(TestMeter.set().outage(Duration.ofHours(3)).visit()));
    keepsOrderAndSpacing(TestMeter.set().runHours(1).outage(Duration.ofHours(30)).visit());
    keepsOrderAndSpacing(TestMeter.set().outage(Duration.ofHours(30)).runHours(1).visit());
    TestMeter meter = TestMeter.set();
    for (int i = 0; i < 300; i++) {
      meter.run(Duration.ofMinutes(40 + 13 * (i % 9))).outage(Duration.ofMinutes(7 + i % 50));
    }
    keepsOrderAndSpacing(meter.runHours(5).visit());
  }

  private static TestMeter twoOutages() {
    return TestMeter.set().runHours(200).outage(Duration.ofMinutes(100)).runHours(110).outage(Duration.ofHours(16))
        .runHours(190);
  }

  private static CaseScore score(TestMeter meter, List<TimedReading> history) {
    ClockProblem problem = Household.measuredBy(meter).with(history, Household.ZONE);
    return CaseScore.of(new ClockCase("1-two", problem, meter.truth), PROFILE.estimate(problem));
  }

  private static ClockProblem lived(RandomGenerator random) {
    TestMeter meter = TestMeter.lived(random);
    return random.nextBoolean() ? meter.visit() : Household.measuredBy(meter);
  }

  private static void keepsOrderAndSpacing(ClockProblem problem) {
    List<CorrectedTime> times = PROFILE.estimate(problem);
    assertEquals(problem.readings().size(), times.size());
    for (ClockRun run : Segments.of(problem).runs()) {
      long before = 0;
      for (Segment segment : run.segments()) {
        long lag = lagMillis(problem, times, segment.from());
        assertTrue(lag >= before, "offset shrinks before reading " + segment.from());
        for (int i = segment.from(); i < segment.to(); i++) {
          assertEquals(lag, lagMillis(problem, times, i), "spacing at reading " + i);
        }
        before = lag;
      }
    }
  }

  private static long lagMillis(ClockProblem problem, List<CorrectedTime> times, int i) {
    return times.get(i).measuredAt().toEpochMilli() - problem.readings().get(i).deviceMillis();
  }

  private static List<CorrectedTime> times(ClockEstimator estimator, TestMeter meter) {
    return estimator.estimate(Household.measuredBy(meter));
  }
}
