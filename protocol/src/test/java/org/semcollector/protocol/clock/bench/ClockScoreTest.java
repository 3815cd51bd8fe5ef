package org.semcollector.protocol.clock.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClockScoreTest {
  /// 23:30 in Paris on the first of March.
  private static final Instant TRUTH = Instant.parse("2024-03-01T22:30:00Z");

  private static final ClockEstimator EVEN = ClockEstimators.byName("even").orElseThrow();

  @Test
  void scoresAreThoseComputedByHand() {
    ClockCase theCase = theCase("001-rare", 3);
    CaseScore score = CaseScore.of(theCase, List.of(
        time(TRUTH.plusSeconds(600), -600, 60), // 10 min late, held by 11 min
        time(TRUTH.plusSeconds(2400), -600, 1200), // 40 min late, on the next day in Paris, missed by 30 min of 30
        time(TRUTH.minusSeconds(1200), -60, 600))); // 20 min early, missed by 10 min of 11
    assertEquals(70 / 3.0, score.meanErrorMinutes(), 1e-9);
    assertEquals(20, score.medianErrorMinutes(), 1e-9);
    assertEquals(1 / 3.0, score.wrongDay(), 1e-9);
    assertEquals(1 / 3.0, score.covered(), 1e-9);
    assertEquals(52 / 3.0, score.widthMinutes(), 1e-9);
    assertEquals((52 + 20 * 40) / 3.0, score.winklerMinutes(), 1e-9);
  }

  @Test
  void everyCaseCountsTheSameAndTheirOrderChangesNothing() {
    var scores = new ArrayList<CaseScore>();
    for (int minutes = 1; minutes <= 4; minutes++) {
      ClockCase theCase = theCase("00" + minutes + "-rare", minutes);
      Instant measuredAt = TRUTH.plusSeconds(minutes * 7L);
      scores.add(CaseScore.of(theCase, Collections.nCopies(minutes, time(measuredAt, -90, 90))));
    }
    ClockScore score = ClockScore.of(scores);
    assertEquals(4, score.cases());
    assertEquals(2.5 * 7 / 60, score.meanErrorMinutes(), 1e-9);
    assertEquals(2.5 * 7 / 60, score.medianErrorMinutes(), 1e-9);
    Collections.reverse(scores);
    assertEquals(score, ClockScore.of(scores));
  }

  @Test
  void aCaseWithoutOneTimePerReadingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CaseScore.of(theCase("001-rare", 2), List.of()));
    assertThrows(IllegalArgumentException.class, () -> ClockScore.of(List.of()));
  }

  @Test
  void theSampleIsTwoCasesOfEachRegimeOneOfThemWithHistory() {
    List<CaseScore> cases = SampleCases.all().stream()
        .map(each -> CaseScore.of(each, EVEN.estimate(each.problem()))).toList();
    for (String regime : List.of("rare", "weekly-pairs", "long", "two-months", "daily")) {
      List<CaseScore> ofRegime = cases.stream().filter(each -> each.regime().equals(regime)).toList();
      assertEquals(2, ofRegime.size(), regime);
      assertEquals(1, ofRegime.stream().filter(CaseScore::hasHistory).count(), regime);
    }
    assertEquals(10, cases.size());
  }

  /// The measured figures with a margin; whoever makes them better moves the bounds.
  @Test
  void profileIsAsGoodOnTheSampleAsItWas() {
    ClockScore profile = score("profile");
    ClockScore even = score("even");
    assertTrue(profile.meanErrorMinutes() < 200, profile.toString());
    assertTrue(profile.medianErrorMinutes() < 20, profile.toString());
    assertTrue(profile.wrongDay() < 0.11, profile.toString());
    assertTrue(profile.covered() > 0.87, profile.toString());
    assertTrue(profile.winklerMinutes() < 2_200, profile.toString());
    assertTrue(profile.meanErrorMinutes() < even.meanErrorMinutes() / 2, profile + " " + even);
  }

  private static ClockScore score(String name) {
    ClockEstimator estimator = ClockEstimators.byName(name).orElseThrow();
    return ClockScore.of(SampleCases.all().stream()
        .map(each -> CaseScore.of(each, estimator.estimate(each.problem()))).toList());
  }

  private static ClockCase theCase(String name, int readings) {
    var problem = new ClockProblem(
        Collections.nCopies(readings, TestReadings.at(TRUTH.toEpochMilli())),
        Collections.nCopies(readings, SavePeriod.HOUR), PowerLossLog.EMPTY, Optional.empty(), TRUTH)
        .with(List.of(), ZoneId.of("Europe/Paris"));
    return new ClockCase(name, problem, Collections.nCopies(readings, TRUTH));
  }

  private static CorrectedTime time(Instant at, int earlierSeconds, int laterSeconds) {
    return new CorrectedTime(at, at.plusSeconds(earlierSeconds), at.plusSeconds(laterSeconds), Why.RAW);
  }
}
