package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EffortTest {
  private static final double DAY = 1440;

  @Test
  void aSegmentOfTwoMonthsIsJudgedWhole() {
    ProfileProblem problem = problem(2, 1_440, 3);
    assertEquals(problem, Effort.bounded(problem));
  }

  @Test
  void ofALongerOneTheFirstAndTheLastMonthCount() {
    ProfileProblem problem = problem(2, 1_441, 3);
    List<Sample> judged = Effort.bounded(problem).segments().getLast();
    List<Sample> whole = problem.segments().getLast();
    assertEquals(1_440, judged.size());
    assertEquals(whole.subList(0, 720), judged.subList(0, 720));
    assertEquals(whole.subList(721, 1_441), judged.subList(720, 1_440));
    assertSame(problem.known(), Effort.bounded(problem).known());
  }

  @Test
  void stepsAreThoseCountedByHand() {
    // 3 rounds, 2 channels of 8 steps for each of 20 hours at each of 5 offsets, 2 segments of 5 by 5 offsets,
    // 2 channels of 2 profiles, there are no more segments, of 10 steps for each of 100 half-hours
    assertEquals(3 * (2 * 8 * 20 * 5 + 2 * 25 + 2 * 2 * 10 * 100),
        Effort.steps(problem(2, 10, 3), new OffsetGrid(15, 5), 100, 18, 3));
  }

  @Test
  void aHundredOutagesInTwoYearsArePlacedAThousandAreNot() {
    assertTrue(ProfileSolver.solve(problem(100, 170, 10)).isPresent());
    assertEquals(Optional.empty(), ProfileSolver.solve(problem(3_000, 17, 10)));
  }

  @Test
  void moreThanTwoYearsAreNotPlaced() {
    assertTrue(ProfileSolver.solve(problem(2, 8_760, 10)).isPresent());
    assertEquals(Optional.empty(), ProfileSolver.solve(problem(2, 8_761, 10)));
  }

  private static ProfileProblem problem(int segments, int hoursEach, double sumDays) {
    var samples = new ArrayList<List<Sample>>();
    for (int k = 0; k < segments; k++) {
      int first = k * hoursEach;
      samples.add(IntStream.range(first, first + hoursEach)
          .mapToObj(hour -> new Sample(60.0 * hour, 1 + hour % 24, 230 - hour % 24, 4 + hour % 24)).toList());
    }
    return new ProfileProblem(Instant.EPOCH, ZoneOffset.UTC, IntStream.range(-170, 0)
        .mapToObj(hour -> new Sample(60.0 * hour, 25 + hour % 24, 230, 4)).toList(), samples,
        Collections.nCopies(segments, new ProfileProblem.Bounds(0, sumDays * DAY)),
        IntStream.range(0, segments).boxed().toList(), segments - 1, true,
        new Offset(sumDays * DAY, sumDays * DAY - 60, sumDays * DAY));
  }
}
