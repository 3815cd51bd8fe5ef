package org.semcollector.protocol.clock.profile;

import java.util.List;

/// Places the segments of one problem on one grid, round after round.
final class Placing {
  /// Neighbouring hours and both channels tell partly the same: their likelihoods count less than if independent.
  private static final double TEMPERATURE = 0.6;
  /// How often a visit finds a lag that no log entry accounts for.
  private static final double UNLOGGED = 0.03;
  /// How often a clock nobody is known to have set was right nevertheless.
  private static final double RIGHT_AT_START = 0.5;
  /// Bounds that meet still have a place between them.
  private static final double SECONDS = 0.1;

  private final ProfileProblem problem;
  private final OffsetGrid grid;
  private final List<Channel> channels;
  private final int groups;
  private final OutagePrior prior;
  private final ForwardBackward chain;

  /// @param groups how many groups of segments are told apart when a segment must not judge itself
  Placing(ProfileProblem problem, OffsetGrid grid, List<Channel> channels, int groups) {
    this.problem = problem;
    this.grid = grid;
    this.channels = channels;
    this.groups = groups;
    prior = new OutagePrior(grid);
    chain = new ForwardBackward(start(), jumps(), end(), allowed());
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
    return chain.placements(grid, logSupposed);
  }

  /// Learns the week from where the segments are and places them again, some times.
  Placements improved(Placements placements, int rounds) {
    Placements improved = placements;
    for (int round = 0; round < rounds; round++) {
      var logLikelihood = new double[problem.segments().size()][grid.size()];
      for (Channel channel : channels) {
        channel.addLogLikelihoods(improved, grid, groups, TEMPERATURE * grid.trust(), logLikelihood);
      }
      improved = chain.placements(grid, logLikelihood);
    }
    return improved;
  }

  private double[] start() {
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

  private double[][] jumps() {
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
  private double[] end() {
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
