package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvidenceTest {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  /// Both estimators that use evidence.
  enum Using {
    EVEN, PROFILE;

    ClockEstimator estimator() {
      return ClockEstimators.byName(name().toLowerCase(java.util.Locale.ROOT)).orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNextSaveTellsTheLagAtTheVisitToSeconds(Using using) {
    TestMeter meter = threeOutages().run(Duration.ofMinutes(47));
    List<Instant> truth = List.copyOf(meter.truth);
    ClockProblem visit = meter.visit();
    ClockProblem next = meter.setClock().erased().runHours(30).visit();
    ClockProblem settled = visit.with(Evidence.NextSave.of(next).orElseThrow());
    List<CorrectedTime> times = using.estimator().estimate(settled);
    holdsWithin(times.getLast(), truth.getLast(), SECONDS, Why.NEXT_VISIT);
    assertTrue(width(using.estimator().estimate(visit).getLast()).toMinutes() >= 60);
    assertEquals(List.of(), UnfitEvidence.of(settled));
  }

  @Test
  void aBootBeforeTheNextSaveHidesThePhase() {
    TestMeter meter = threeOutages().setClock().erased().run(Duration.ofMinutes(5)).outage(Duration.ofHours(1))
        .runHours(20);
    assertEquals(Optional.empty(), Evidence.NextSave.of(meter.visit()));
    TestMeter later = threeOutages().erased().runHours(9);
    assertEquals(Optional.empty(), Evidence.NextSave.of(new ClockProblem(later.visit().readings(),
        later.visit().periods(), later.visit().powerLosses(), Optional.empty(), later.now())));
  }

  @Test
  void aSaveLongAfterTheVisitTellsNothing() {
    ClockProblem visit = threeOutages().visit();
    var late = new Evidence.NextSave(visit.collectedAt().plus(Duration.ofHours(3)));
    assertEquals(times(visit), times(visit.with(late)));
    UnfitEvidence unfit = UnfitEvidence.of(visit.with(late)).getFirst();
    assertEquals(late, unfit.evidence());
    assertTrue(unfit.reason().contains("2024-03-"), unfit.reason());
  }

  @ParameterizedTest
  @EnumSource
  void theBeaconsUptimeTellsWhenTheLastBootWas(Using using) {
    TestMeter meter = threeOutages().run(Duration.ofMinutes(20));
    ClockProblem heard = meter.visit().with(new Evidence.BeaconUptime(meter.now(), meter.uptime().minusSeconds(3)));
    holdsWithin(using.estimator().estimate(heard).getLast(), meter.truth.getLast(), SECONDS, Why.BEACON_UPTIME);
    assertEquals(List.of(), UnfitEvidence.of(heard));
  }

  @Test
  void anUptimeThatDoesNotFitTheReadingsIsLeftOut() {
    TestMeter meter = threeOutages();
    ClockProblem visit = meter.visit();
    for (long hours : new long[]{-2, 2}) {
      var wrong = new Evidence.BeaconUptime(meter.now(), meter.uptime().plusHours(hours));
      assertEquals(times(visit), times(visit.with(wrong)));
      assertEquals(wrong, UnfitEvidence.of(visit.with(wrong)).getFirst().evidence());
    }
  }

  @Test
  void withoutABootSinceTheClockSetTheUptimeTellsNothing() {
    TestMeter meter = threeOutages();
    Duration uptime = meter.uptime();
    ClockProblem visit = meter.setClock().erased().runHours(4).visit()
        .with(new Evidence.BeaconUptime(meter.now(), uptime.plusHours(4)));
    assertEquals(1, UnfitEvidence.of(visit).size());
    assertEquals(Why.CLOCK_SET, times(visit).getFirst().why());
  }

  @ParameterizedTest
  @EnumSource
  void aRestartByTheCollectorIsNoOutageOfUnknownLength(Using using) {
    TestMeter meter = TestMeter.set().run(Duration.ofMinutes(3));
    Instant sent = meter.now();
    meter.outage(Duration.ofSeconds(25)).runHours(60);
    Instant back = sent.plusSeconds(70);
    meter.outage(Duration.ofHours(30)).runHours(50);
    ClockProblem known = meter.visit().with(new Evidence.Restart(sent, back));
    List<CorrectedTime> times = using.estimator().estimate(known);
    holdsWithin(times.get(10), meter.truth.get(10), Duration.ofMinutes(2), Why.RESTART);
    assertFalse(Duration.between(meter.truth.get(10), times(meter.visit()).get(10).measuredAt()).toHours() < 10);
    assertEquals(List.of(), UnfitEvidence.of(known));
  }

  @Test
  void aRestartThatTheLogDoesNotHoldIsLeftOut() {
    TestMeter meter = threeOutages();
    var never = new Evidence.Restart(meter.now().minusSeconds(7_500), meter.now().minusSeconds(7_400));
    assertEquals(List.of(never), UnfitEvidence.of(meter.visit().with(never)).stream()
        .map(UnfitEvidence::evidence).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void everyTrueEvidenceNarrowsAndStillHoldsTheTruth(int seed) {
    var random = new SplittableRandom(seed);
    TestMeter meter = TestMeter.lived(random);
    if (meter.outages.isEmpty() || meter.readings.isEmpty())
      return;
    ClockProblem problem = meter.visit();
    long before = widths(times(problem));
    ClockProblem more = problem.with(new Evidence.BeaconUptime(meter.now(), meter.uptime()));
    for (Evidence.Pin pin : meter.outages) {
      boolean one = meter.outages.stream().filter(other -> Math.abs(other.bootMillis() - pin.bootMillis()) < 5_000)
          .count() == 1;
      if (one && random.nextBoolean())
        more = more.with(pin);
    }
    assertEquals(List.of(), UnfitEvidence.of(more).stream()
        .filter(unfit -> unfit.evidence() instanceof Evidence.Pin).toList());
    List<CorrectedTime> times = times(more);
    assertTrue(widths(times) <= before, widths(times) + " > " + before);
    for (int i = 0; i < times.size(); i++) {
      assertFalse(meter.truth.get(i).isBefore(times.get(i).earliest()), "reading " + i + " " + times.get(i));
      assertFalse(meter.truth.get(i).isAfter(times.get(i).latest().plusSeconds(1)),
          "reading " + i + " " + times.get(i));
    }
  }

  private static long widths(List<CorrectedTime> times) {
    return times.stream().mapToLong(time -> width(time).toMillis()).sum();
  }

  private static TestMeter threeOutages() {
    return TestMeter.set(1, SavePeriod.HOUR).runHours(60).outage(Duration.ofHours(7)).runHours(40)
        .outage(Duration.ofHours(19)).runHours(30).outage(Duration.ofHours(3)).runHours(50);
  }

  private static List<CorrectedTime> times(ClockProblem problem) {
    return Using.EVEN.estimator().estimate(problem);
  }

  private static Duration width(CorrectedTime time) {
    return Duration.between(time.earliest(), time.latest());
  }

  private static void holdsWithin(CorrectedTime time, Instant truth, Duration width, Why why) {
    assertEquals(why, time.why());
    assertTrue(width(time).compareTo(width) <= 0, time.toString());
    assertFalse(truth.isBefore(time.earliest()) || truth.isAfter(time.latest()), time + " " + truth);
  }
}
