package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Places the segments of one problem on one grid, round after round.
final class Placing {
  /// How often a visit finds a lag that no log entry accounts for.
  private static final double UNLOGGED = 0.03;
  /// How often a clock nobody is known to have set was right nevertheless.
  private static final double RIGHT_AT_START = 0.5;
  /// How often outages have nothing to do with each other. Otherwise they are alike, more or less.
  private static final double ANY = 0.7;
  private static final double[] ALIKE_SPREADS = {0.12, 0.35, 0.9};
  /// What they lag on average is taken from the sum, though it could have been anything from half an hour to two days.
  private static final double MEAN_IS_FITTED = 0.54;
  /// Outages alike that are longer than a night are rare.
  private static final double LONGEST_ALIKE_MINUTES = 960;
  private static final double NARROW_MINUTES = 75;
  /// Bounds that meet still have a place between them.
  private static final double SECONDS = 0.1;

  private final ProfileProblem problem;
  private final OffsetGrid grid;
  private final List<Channel> channels;
  private final int groups;
  private final List<Chain> chains = new ArrayList<>();

  /// What is supposed about outages before looking at the load.
  ///
  /// @param logWeight how likely it is, logarithm
  private record Chain(ForwardBackward chain, OutagePrior prior, double logWeight) {}

  /// @param groups how many groups of segments are told apart when a segment must not judge itself
  Placing(ProfileProblem problem, OffsetGrid grid, List<Channel> channels, int groups) {
    this.problem = problem;
    this.grid = grid;
    this.channels = channels;
    this.groups = groups;
    double[][] allowed = allowed();
    addChain(OutagePrior.any(grid), allowed, ANY);
    double mean = problem.sum().likelyMinutes() / problem.outages();
    for (double spread : ALIKE_SPREADS) {
      if (problem.outages() > 1 && mean > 0 && mean <= LONGEST_ALIKE_MINUTES)
        addChain(OutagePrior.alike(grid, mean, spread), allowed,
            (1 - ANY) / ALIKE_SPREADS.length * spread / Math.sqrt(problem.outages()) * MEAN_IS_FITTED);
    }
  }

  private void addChain(OutagePrior prior, double[][] allowed, double weight) {
    chains
        .add(new Chain(new ForwardBackward(start(prior), jumps(prior), end(prior), allowed), prior, Math.log(weight)));
  }

  OffsetGrid grid() {
    return grid;
  }

  /// By the lengths of outages alone.
  Placements byPrior() {
    return byPrior(new double[problem.segments().size()][grid.size()]);
  }

  /// By the lengths of outages and what somebody supposes.
  Placements byPrior(double[][] logSupposed) {
    return placements(logSupposed);
  }

  /// Learns the week from where the segments are and places them again, some times.
  ///
  /// @param trusts what each channel's likelihoods count
  Placements improved(Placements placements, int rounds, List<Trust> trusts) {
    Placements improved = placements;
    for (int round = 0; round < rounds; round++) {
      var logLikelihood = new double[problem.segments().size()][grid.size()];
      for (int i = 0; i < channels.size(); i++) {
        channels.get(i).addLogLikelihoods(improved, grid, groups, trusts.get(i), logLikelihood);
      }
      improved = placements(logLikelihood);
    }
    return improved;
  }

  /// What each supposition about outages leads to, as far as it fits.
  private Placements placements(double[][] logLikelihood) {
    List<Placements> outcomes = chains.stream()
        .map(each -> each.chain().placements(grid, logLikelihood).plus(each.logWeight())).toList();
    return outcomes.size() == 1 ? outcomes.getFirst() : Placements.mixed(outcomes);
  }

  /// What each channel's likelihoods are worth, if the segments are there.
  List<Trust> trusts(Placements placements) {
    double[] shifts = Calibration.shifts();
    return Calibration.of(channels.stream().map(channel -> channel.shifted(placements, shifts)).toList());
  }

  /// What they are taken to be worth before that is known.
  List<Trust> usualTrusts() {
    return Collections.nCopies(channels.size(), Trust.USUAL);
  }

  /// Which segments are where they are, whatever the others teach: the first if it is exact, the last by the sum.
  boolean[] anchored() {
    var anchored = new boolean[problem.segments().size()];
    anchored[0] = problem.firstIsExact();
    anchored[anchored.length - 1] |= problem.outagesAfter() == 0;
    for (int k = 0; k < anchored.length; k++) {
      anchored[k] |= problem.bounds().get(k).width() <= NARROW_MINUTES;
    }
    return anchored;
  }

  /// How likely it is, logarithm, that all segments that are not anchored lie by so much elsewhere: the anchored ones
  /// must fit the week that the others teach, and the outages next to them must be of a likely length.
  double logOfShift(Placements placements, double minutes, List<Trust> trusts) {
    boolean[] anchored = anchored();
    double log = 0;
    for (int k = 1; k < anchored.length; k++) {
      if (anchored[k] == anchored[k - 1])
        continue;
      double jump = placements.of(k).quantile(0.5) - placements.of(k - 1).quantile(0.5);
      double shifted = jump + (anchored[k] ? -minutes : minutes);
      log += chains.getFirst().prior().log(shifted) - chains.getFirst().prior().log(Math.max(0, jump));
    }
    for (int i = 0; i < channels.size(); i++) {
      log += trusts.get(i).hours() * grid.trust() * channels.get(i).fitOfAnchored(placements, grid, anchored, minutes);
    }
    return log;
  }

  private double[] start(OutagePrior prior) {
    var start = new double[grid.size()];
    int before = problem.outagesBefore().getFirst();
    if (problem.firstIsExact()) {
      start[0] = 1;
    } else if (problem.startKnown()) {
      return prior.jumps(before);
    } else {
      for (int g = 0; g < start.length; g++) {
        start[g] = (1 - RIGHT_AT_START) * prior.unlogged(grid.minutes(g));
      }
      start[0] += before == 0 ? RIGHT_AT_START : 0;
    }
    return start;
  }

  private double[][] jumps(OutagePrior prior) {
    List<Integer> before = problem.outagesBefore();
    var jumps = new double[before.size()][];
    for (int k = 1; k < jumps.length; k++) {
      jumps[k] = prior.jumps(Math.max(1, before.get(k) - before.get(k - 1)));
    }
    return jumps;
  }

  /// How much of each cell of the grid lies within a segment's bounds.
  private double[][] allowed() {
    var allowed = new double[problem.segments().size()][grid.size()];
    for (int k = 0; k < allowed.length; k++) {
      ProfileProblem.Bounds bounds = problem.bounds().get(k);
      for (int g = 0; g < grid.size(); g++) {
        allowed[k][g] = inCell(g, bounds.leastMinutes() - SECONDS, bounds.mostMinutes() + SECONDS) / grid.stepMinutes();
      }
    }
    return allowed;
  }

  /// The sum is known to lie evenly between its bounds; what lies between the last segment and the sum are outages after
  /// the last reading, or something the log does not tell.
  private double[] end(OutagePrior prior) {
    var end = new double[grid.size()];
    double[] jumps = problem.outagesAfter() > 0 ? prior.jumps(problem.outagesAfter()) : new double[0];
    for (int g = 0; g < end.length; g++) {
      if (problem.outagesAfter() > 0) {
        for (int j = 0; g + j < end.length; j++) {
          end[g] += jumps[j] * share(g + j);
        }
      } else {
        double missing = problem.sum().likelyMinutes() - grid.minutes(g);
        end[g] = (1 - UNLOGGED) * share(g) + (missing > 0 ? UNLOGGED * prior.unlogged(missing) : 0);
      }
    }
    return end;
  }

  /// How much of the sum's bounds lies in a cell of the grid.
  private double share(int offset) {
    return inCell(offset, problem.leastSum(), problem.mostSum()) / (problem.mostSum() - problem.leastSum());
  }

  /// How much of a cell of the grid lies between two offsets, minutes.
  private double inCell(int offset, double least, double most) {
    double from = grid.minutes(offset) - grid.stepMinutes() / 2;
    return Math.max(0, Math.min(from + grid.stepMinutes(), most) - Math.max(from, least));
  }
}
