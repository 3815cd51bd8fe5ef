package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pieces of a day or more whose place relative to the rest is known, to try out how well a profile finds a place.
///
/// @param stretches the segments, then the known hours cut where some are missing; each in order of time
/// @param blocks in order
record Blocks(List<List<Sample>> stretches, List<Block> blocks) {
  private static final int HOURS = 30;
  static final int MOST_HOURS = 2 * HOURS;
  private static final int LEAST_HOURS = 8;
  private static final double GAP_MINUTES = 95;

  /// @param stretch which
  /// @param from position of the first hour
  /// @param to position after the last
  record Block(int stretch, int from, int to) {}

  static Blocks of(ProfileProblem problem) {
    var stretches = new ArrayList<>(problem.segments());
    stretches.addAll(whole(problem.known()));
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < stretches.size(); i++) {
      int size = stretches.get(i).size();
      int count = Math.max(1, Math.round((float) size / HOURS));
      for (int b = 0; size >= LEAST_HOURS && b < count; b++) {
        blocks.add(new Block(i, size * b / count, size * (b + 1) / count));
      }
    }
    return new Blocks(List.copyOf(stretches), List.copyOf(blocks));
  }

  private static List<List<Sample>> whole(List<Sample> known) {
    List<Sample> sorted = known.stream().sorted(Comparator.comparingDouble(Sample::minute)).toList();
    var whole = new ArrayList<List<Sample>>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).minute() - sorted.get(i - 1).minute() > GAP_MINUTES) {
        whole.add(sorted.subList(from, i));
        from = i;
      }
    }
    return whole;
  }
}
