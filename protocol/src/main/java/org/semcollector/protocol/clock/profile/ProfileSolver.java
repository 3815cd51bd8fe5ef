package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;

/// Finds by how much each segment of a clock run lags.
///
/// Starts from what the lengths of outages alone make likely, learns the meter's week from that, places the segments
/// under it, learns again. A segment never takes part in the profile it is judged by.
public final class ProfileSolver {
  private static final int ROUNDS = 3;
  /// Neighbouring hours and both channels tell partly the same: their likelihoods count less than if independent.
  private static final double TEMPERATURE = 0.6;
  private static final double INTERVAL = 0.90;
  /// What the model itself may be wrong by: the shape of the week is known to a quarter of an hour at best.
  private static final double MODEL_ERROR_MINUTES = 15;
  /// How often a visit finds a lag that no log entry accounts for.
  private static final double UNLOGGED = 0.03;
  private static final double UNLOGGED_NOT_BELIEVED = 0.02;
  /// How often a clock nobody is known to have set was right nevertheless.
  private static final double RIGHT_AT_START = 0.5;

  private final ProfileProblem problem;
  private final OffsetGrid grid;
  private final OutagePrior prior;

  private ProfileSolver(ProfileProblem problem) {
    this.problem = problem;
    grid = OffsetGrid.of(problem);
    prior = new OutagePrior(grid);
  }

  /// One offset per segment, never less than that of the segment before; deterministic and total.
  public static List<Offset> solve(ProfileProblem problem) {
    return new ProfileSolver(problem).solve();
  }

  private List<Offset> solve() {
    List<Channel> channels = Channels.of(problem, cells());
    var chain = new ForwardBackward(start(), jumps(), end());
    double[][] placed = chain.posterior(new double[problem.segments().size()][grid.size()]);
    for (int round = 0; round < ROUNDS; round++) {
      var logLikelihood = new double[placed.length][grid.size()];
      for (Channel channel : channels) {
        add(logLikelihood, channel.logLikelihoods(placed, grid));
      }
      placed = chain.posterior(logLikelihood);
    }
    return offsets(placed);
  }

  private void add(double[][] sum, double[][] logLikelihoods) {
    double factor = TEMPERATURE * grid.trust();
    for (int k = 0; k < sum.length; k++) {
      for (int g = 0; g < sum[k].length; g++) {
        sum[k][g] += factor * logLikelihoods[k][g];
      }
    }
  }

  private LocalCells cells() {
    double first = 0;
    double last = problem.mostSum();
    for (List<Sample> segment : problem.segments()) {
      for (Sample sample : segment) {
        first = Math.min(first, sample.minute());
        last = Math.max(last, sample.minute() + problem.mostSum());
      }
    }
    for (Sample sample : problem.known()) {
      first = Math.min(first, sample.minute());
      last = Math.max(last, sample.minute());
    }
    return LocalCells.of(problem.origin(), problem.zone(), first - 120, last + 120);
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
    double from = grid.minutes(offset) - grid.stepMinutes() / 2;
    double to = from + grid.stepMinutes();
    double width = problem.mostSum() - problem.leastSum();
    return Math.max(0, Math.min(to, problem.mostSum()) - Math.max(from, problem.leastSum())) / width;
  }

  private List<Offset> offsets(double[][] placed) {
    var offsets = new ArrayList<Offset>(placed.length);
    double before = 0;
    for (int k = 0; k < placed.length; k++) {
      Offset offset = offset(k, new Posterior(grid, placed[k]));
      double likely = Math.max(before, offset.likelyMinutes());
      offsets.add(new Offset(likely, Math.min(likely, offset.leastMinutes()), Math.max(likely, offset.mostMinutes())));
      before = likely;
    }
    return List.copyOf(offsets);
  }

  private Offset offset(int segment, Posterior posterior) {
    if (segment == 0 && problem.firstIsExact())
      return Offset.NONE;
    double logged = Math.max(0, problem.leastSum() - grid.stepMinutes());
    if (segment == problem.segments().size() - 1 && problem.outagesAfter() == 0
        && posterior.below(logged) < UNLOGGED_NOT_BELIEVED) {
      return problem.sum();
    }
    Posterior honest = posterior.blurred(MODEL_ERROR_MINUTES);
    double likely = Math.min(posterior.quantile(0.5), problem.mostSum());
    double least = Math.min(likely, honest.quantile((1 - INTERVAL) / 2));
    double most = Math.clamp(honest.quantile((1 + INTERVAL) / 2), likely, problem.mostSum());
    return new Offset(likely, least, most);
  }
}
