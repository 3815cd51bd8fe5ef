package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;

/// What placing a problem costs, known before anything is computed: structure decides, never a watch, so that the same
/// problem always gets the same answer.
final class Effort {
  /// More hours of one segment would not tell its place better, only make what the model does not know look certain.
  static final int MOST_HOURS_OF_A_SEGMENT = 1_440;
  /// Two years; storing a visit that brings more takes all the time there is.
  static final int MOST_HOURS = 17_520;
  /// About a second on one core of a laptop-class processor.
  static final double MOST_STEPS = 1e9;

  /// Fits of an hour at an offset, in pairs of offsets that the chain goes through.
  private static final double STEPS_PER_FIT = 8;
  private static final int CHANNELS = 2;
  /// A half-hour of a profile, per group of segments.
  private static final double STEPS_PER_CELL = 10;

  private Effort() {}

  /// The same problem with the first and the last 30 days of every segment that is longer than 60.
  static ProfileProblem bounded(ProfileProblem problem) {
    List<List<Sample>> segments = problem.segments().stream().map(Effort::ends).toList();
    return problem.withSegments(segments);
  }

  static int hours(ProfileProblem problem) {
    return problem.segments().stream().mapToInt(List::size).sum();
  }

  private static List<Sample> ends(List<Sample> segment) {
    if (segment.size() <= MOST_HOURS_OF_A_SEGMENT)
      return segment;
    int half = MOST_HOURS_OF_A_SEGMENT / 2;
    var ends = new ArrayList<>(segment.subList(0, half));
    ends.addAll(segment.subList(segment.size() - half, segment.size()));
    return ends;
  }

  /// @param cells half-hours of the profile
  /// @param groups how many profiles are learnt each time
  /// @param rounds how often everything is placed on the grid
  static double steps(ProfileProblem problem, OffsetGrid grid, int cells, int groups, int rounds) {
    double hours = hours(problem);
    double size = grid.size();
    return rounds * (STEPS_PER_FIT * CHANNELS * hours * size + problem.segments().size() * size * size
        + STEPS_PER_CELL * CHANNELS * Math.min(groups, problem.segments().size()) * cells);
  }
}
