package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;

/// Without history the segments teach each other, and all of them can agree on an hour that is wrong. So the longest one
/// is supposed at each part of the day in turn, the rest is placed around it, and every outcome counts as much as it
/// fits: where two fit about equally well, both stay.
final class Suppositions {
  private static final int PARTS_OF_DAY = 8;
  private static final double DAY_MINUTES = 1440;
  private static final double SPREAD_MINUTES = 90;
  private static final int FIRST_ROUNDS = 2;
  private static final int SECOND_ROUNDS = 1;
  private static final int FINE_ROUNDS = 1;
  static final int MOST_COARSE_ROUNDS = PARTS_OF_DAY * (FIRST_ROUNDS + SECOND_ROUNDS);
  /// More than two places that differ are rare.
  static final int USUAL_FINE_ROUNDS = 2 * FINE_ROUNDS;
  /// Each hour is judged by a profile that the judged hours around it have taught, so fits count more than once.
  private static final double TEMPERATURE = 0.25;
  private static final double HOPELESS = 15;
  private static final double LEAST_SHARE = 0.04;
  private static final double SAME_MINUTES = 90;

  private final ProfileProblem problem;
  private final Placing coarse;
  private final Placing fine;

  Suppositions(ProfileProblem problem, Placing coarse, Placing fine) {
    this.problem = problem;
    this.coarse = coarse;
    this.fine = fine;
  }

  Placements placements() {
    var first = new ArrayList<Placements>();
    for (int part = 0; part < PARTS_OF_DAY; part++) {
      Placements supposed = coarse.byPrior(supposed(part * DAY_MINUTES / PARTS_OF_DAY));
      first.add(coarse.improved(supposed, FIRST_ROUNDS, coarse.usualTrusts()));
    }
    double best = best(first);
    List<Trust> trusts = coarse.trusts(first.stream().filter(outcome -> outcome.logEvidence() == best).findFirst()
        .orElseThrow());
    var outcomes = new ArrayList<Placements>();
    for (Placements outcome : first) {
      if (outcome.logEvidence() > best - HOPELESS)
        outcomes.add(coarse.improved(outcome, SECOND_ROUNDS, trusts));
    }
    return SharedShift.seenThrough(fine, mixed(outcomes, trusts), trusts);
  }

  /// Outcomes that are the same place are refined once, with all their weight.
  private Placements mixed(List<Placements> outcomes, List<Trust> trusts) {
    var different = new ArrayList<Placements>();
    var weights = new ArrayList<Double>();
    double best = best(outcomes);
    double sum = 0;
    for (Placements outcome : outcomes) {
      double weight = Math.exp(TEMPERATURE * (outcome.logEvidence() - best));
      sum += weight;
      int same = 0;
      while (same < different.size() && !different.get(same).isLike(outcome, SAME_MINUTES)) {
        same++;
      }
      if (same == different.size()) {
        different.add(outcome);
        weights.add(weight);
      } else {
        weights.set(same, weights.get(same) + weight);
      }
    }
    Placements mixed = Placements.none(fine.grid(), problem.segments().size());
    for (int i = 0; i < different.size(); i++) {
      if (weights.get(i) / sum >= LEAST_SHARE)
        mixed.mix(fine.improved(different.get(i).on(fine.grid()), FINE_ROUNDS, trusts), weights.get(i));
    }
    return mixed.normalized();
  }

  private static double best(List<Placements> outcomes) {
    return outcomes.stream().mapToDouble(Placements::logEvidence).max().orElse(0);
  }

  private double[][] supposed(double minuteOfDay) {
    var supposed = new double[problem.segments().size()][coarse.grid().size()];
    double[] longest = supposed[longest()];
    for (int g = 0; g < longest.length; g++) {
      double distance = coarse.grid().minutes(g) - minuteOfDay;
      double inDay = distance - DAY_MINUTES * Math.rint(distance / DAY_MINUTES);
      longest[g] = -inDay * inDay / (2 * SPREAD_MINUTES * SPREAD_MINUTES);
    }
    return supposed;
  }

  private int longest() {
    int longest = problem.segments().size() - 1;
    for (int k = problem.firstIsExact() ? 1 : 0; k < longest; k++) {
      if (problem.segments().get(k).size() > problem.segments().get(longest).size())
        longest = k;
    }
    return longest;
  }
}
