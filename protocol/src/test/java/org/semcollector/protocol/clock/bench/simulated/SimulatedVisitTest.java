package org.semcollector.protocol.clock.bench.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.PlacedOutage;
import org.semcollector.protocol.clock.bench.CaseScore;
import org.semcollector.protocol.clock.bench.ClockCase;
import org.semcollector.protocol.clock.bench.ClockScore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The standard estimator where it was never tuned.
class SimulatedVisitTest {
  private static final ClockEstimator STANDARD = ClockEstimators.standard();
  private static final ClockEstimator EVEN = ClockEstimators.byName("even").orElseThrow();

  @Test
  void theSameSeedIsTheSameVisit() {
    ClockCase one = SimulatedVisit.of(LoadKind.WORKSHOP, Regime.DOZEN, true, 5);
    assertEquals(one, SimulatedVisit.of(LoadKind.WORKSHOP, Regime.DOZEN, true, 5));
    assertTrue(one.problem().readings().stream().anyMatch(reading -> reading.channel() == 3));
    assertEquals(24 * 56, one.problem().history().size() / 3.0, 2);
  }

  @ParameterizedTest
  @EnumSource
  void aSingleOutageIsExactToThePhase(LoadKind load) {
    for (long seed = 300; seed < 303; seed++) {
      for (boolean history : new boolean[]{true, false}) {
        ClockCase one = SimulatedVisit.of(load, Regime.SINGLE, history, seed);
        List<CorrectedTime> times = STANDARD.estimate(one.problem());
        assertEquals(EVEN.estimate(one.problem()), times, one.name());
        CaseScore score = CaseScore.of(one, times);
        assertTrue(score.meanErrorMinutes() <= 31 && score.covered() == 1, score.toString());
      }
    }
  }

  /// What a load does not tell must not be made up: never much worse than equal shares, and the interval holds. A sunny
  /// roof tells the hour but not the day, so its mean hangs on a few whole days.
  @ParameterizedTest
  @EnumSource(names = {"HOUSEHOLD", "FREEZER", "SOLAR", "WORKSHOP", "EMPTY_HOUSE", "WEEKLY", "CONSTANT"})
  void anyLoadIsPlacedHonestly(LoadKind load) {
    var standard = new ArrayList<CaseScore>();
    var even = new ArrayList<CaseScore>();
    Stream.of(Regime.FEW, Regime.LONG, Regime.DAILY, Regime.NIGHTS, Regime.HUNDREDS).forEach(regime -> {
      for (boolean history : new boolean[]{true, false}) {
        ClockCase one = SimulatedVisit.of(load, regime, history, 400);
        standard.add(CaseScore.of(one, STANDARD.estimate(one.problem())));
        even.add(CaseScore.of(one, EVEN.estimate(one.problem())));
      }
    });
    ClockScore score = ClockScore.of(standard);
    ClockScore bound = ClockScore.of(even);
    assertTrue(score.meanErrorMinutes() <= bound.meanErrorMinutes() * 1.3 + 15, score + " " + bound);
    assertTrue(score.covered() >= 0.75, score.toString());
    assertTrue(score.winklerMinutes() <= bound.winklerMinutes(), score + " " + bound);
  }

  @Test
  void aPinThatEqualsAClearEstimateChangesNothingWithinTheGrid() {
    for (long seed = 1; seed < 4; seed++) {
      ClockProblem problem = SimulatedVisit.of(LoadKind.HOUSEHOLD, Regime.FEW, true, seed).problem();
      List<CorrectedTime> times = STANDARD.estimate(problem);
      for (PlacedOutage outage : PlacedOutage.of(problem, times)) {
        List<CorrectedTime> pinned = STANDARD.estimate(problem.with(outage.pin()));
        for (int i = 0; i < times.size(); i++) {
          Duration moved = Duration.between(times.get(i).measuredAt(), pinned.get(i).measuredAt()).abs();
          assertTrue(moved.toMinutes() <= 15, outage + " moves " + times.get(i) + " to " + pinned.get(i));
        }
      }
    }
  }
}
