package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;

/// Hundreds of segments as a few dozen: neighbours are put together as if the outages between them had lagged what they
/// lag on average, and taken apart again afterwards.
///
/// @param problem the few
/// @param middles which segment of the many each of them stands for
/// @param whole the many
record Bundles(ProfileProblem problem, List<Integer> middles, ProfileProblem whole) {
  private static final int MOST_SEGMENTS = 64;
  /// Bounds so near tell more of a segment than its neighbours do.
  private static final double NARROW_MINUTES = 75;

  static boolean areNeeded(ProfileProblem problem) {
    return problem.segments().size() > MOST_SEGMENTS;
  }

  static Bundles of(ProfileProblem whole) {
    int size = whole.segments().size();
    int most = Math.ceilDiv(size, MOST_SEGMENTS - 4);
    var middles = new ArrayList<Integer>();
    var samples = new ArrayList<List<Sample>>();
    int from = 0;
    for (int k = 0; k < size; k++) {
      boolean ends = k + 1 == size || k + 1 - from == most || isAlone(whole, k) || isAlone(whole, k + 1);
      if (ends) {
        int middle = (from + k) / 2;
        middles.add(middle);
        samples.add(together(whole, from, k + 1, middle));
        from = k + 1;
      }
    }
    return new Bundles(new ProfileProblem(whole.origin(), whole.zone(), whole.known(), samples,
        middles.stream().map(whole.bounds()::get).toList(), middles.stream().map(whole.outagesBefore()::get).toList(),
        whole.outages(), whole.startKnown(), whole.sum()), middles, whole);
  }

  /// One offset for each of the many, those between two middles in proportion to the outages before them.
  List<Offset> apart(List<Offset> offsets) {
    var apart = new ArrayList<Offset>();
    int next = 0;
    for (int k = 0; k < whole.segments().size(); k++) {
      while (next < middles.size() && middles.get(next) < k) {
        next++;
      }
      if (next == middles.size()) {
        apart.add(between(offsets.getLast(), outages(middles.size() - 1), whole.sum(), whole.outages(), k));
      } else if (middles.get(next) == k) {
        apart.add(offsets.get(next));
      } else if (next == 0) {
        apart.add(between(Offset.NONE, 0, offsets.getFirst(), outages(0), k));
      } else {
        apart.add(between(offsets.get(next - 1), outages(next - 1), offsets.get(next), outages(next), k));
      }
    }
    return apart;
  }

  private int outages(int bundle) {
    return whole.outagesBefore().get(middles.get(bundle));
  }

  /// In the middle the outages may have been longer before or after.
  private Offset between(Offset before, int outagesBefore, Offset after, int outagesAfter, int segment) {
    double part = (double) (whole.outagesBefore().get(segment) - outagesBefore) / (outagesAfter - outagesBefore);
    ProfileProblem.Bounds bounds = whole.bounds().get(segment);
    double likely = bounds.clamp(mean(before.likelyMinutes(), after.likelyMinutes(), part));
    double open = 2 * part * (1 - part) * (after.likelyMinutes() - before.likelyMinutes());
    return new Offset(likely,
        Math.min(likely, bounds.clamp(mean(before.leastMinutes(), after.leastMinutes(), part) - open)),
        Math.max(likely, bounds.clamp(mean(before.mostMinutes(), after.mostMinutes(), part) + open)));
  }

  private static double mean(double from, double to, double part) {
    return from * (1 - part) + to * part;
  }

  private static boolean isAlone(ProfileProblem whole, int segment) {
    boolean first = segment == 0 && whole.firstIsExact();
    return first || segment == whole.segments().size() - 1
        || whole.bounds().get(segment).width() <= NARROW_MINUTES;
  }

  private static List<Sample> together(ProfileProblem whole, int from, int to, int middle) {
    double each = whole.sum().likelyMinutes() / whole.outages();
    var together = new ArrayList<Sample>();
    for (int k = from; k < to; k++) {
      double shift = each * (whole.outagesBefore().get(k) - whole.outagesBefore().get(middle));
      for (Sample sample : whole.segments().get(k)) {
        together.add(new Sample(sample.minute() + shift, sample.loadKw(), sample.voltageV(), sample.currentA()));
      }
    }
    return together;
  }
}
