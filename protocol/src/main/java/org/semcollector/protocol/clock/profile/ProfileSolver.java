package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds by how much each segment of a clock run lags.
///
/// Starts from what the lengths of outages alone make likely, learns the meter's week from that, places the segments
/// under it, learns again. A segment never takes part in the profile it is judged by.
public final class ProfileSolver {
  private static final int ROUNDS = 2;
  /// With a week of exactly timed hours nobody needs to suppose where the day begins.
  private static final int ENOUGH_KNOWN_HOURS = 168;
  private static final double COARSE_STEP_MINUTES = 60;
  /// All rounds of all suppositions go through each of them.
  private static final double COARSE_PAIRS = 1.3e6;
  private static final int FINE_GROUPS = 18;
  private static final int COARSE_GROUPS = 12;
  private static final double INTERVAL = 0.90;
  /// What the model itself may be wrong by: the shape of the week is known to a quarter of an hour at best. Segments that
  /// teach each other can all be off together.
  private static final double MODEL_ERROR_MINUTES = 15;
  private static final double TAUGHT_BY_EACH_OTHER_MINUTES = 25;
  /// How sure it must be that the log does not tell everything: a single outage is not doubted for less, and without
  /// history segments may agree on something wrong.
  private static final double SURELY_UNLOGGED = 0.98;
  private static final double RATHER_UNLOGGED = 0.5;
  private static final double PERHAPS_UNLOGGED = 0.05;

  private final ProfileProblem problem;
  private final OffsetGrid grid;
  private final LocalCells cells;

  private ProfileSolver(ProfileProblem problem) {
    this.problem = problem;
    grid = OffsetGrid.of(problem);
    cells = cells();
  }

  /// One offset per segment, never less than that of the segment before; deterministic and total. Empty when there are
  /// so many hours or outages that it would take too long.
  public static Optional<List<Offset>> solve(ProfileProblem problem) {
    if (Effort.hours(problem) > Effort.MOST_HOURS)
      return Optional.empty();
    if (Bundles.areNeeded(problem)) {
      Bundles bundles = Bundles.of(problem);
      return solve(bundles.problem()).map(bundles::apart);
    }
    var solver = new ProfileSolver(Effort.bounded(problem));
    return solver.steps() > Effort.MOST_STEPS ? Optional.empty() : Optional.of(solver.solve());
  }

  private double steps() {
    int size = cells.size();
    if (isEnoughKnown())
      return Effort.steps(problem, grid, size, FINE_GROUPS, ROUNDS);
    return Effort.steps(problem, coarse(), size, COARSE_GROUPS, Suppositions.MOST_COARSE_ROUNDS)
        + Effort.steps(problem, grid, size, FINE_GROUPS, Suppositions.USUAL_FINE_ROUNDS);
  }

  private OffsetGrid coarse() {
    double size = Math.sqrt(COARSE_PAIRS / problem.segments().size());
    return grid.withStep(problem, Math.max(COARSE_STEP_MINUTES, problem.mostSum() / size));
  }

  private List<Offset> solve() {
    List<Channel> channels = Channels.of(problem, cells);
    var fine = new Placing(problem, grid, channels, FINE_GROUPS);
    if (isEnoughKnown()) {
      Placements first = fine.improved(fine.byPrior(), ROUNDS - 1, fine.trusts(fine.byPrior()));
      return offsets(fine.improved(first, 1, fine.trusts(first)));
    }
    var coarse = new Placing(problem, coarse(), channels, COARSE_GROUPS);
    return offsets(new Suppositions(problem, coarse, fine).placements());
  }

  private double unloggedIsBelieved() {
    if (problem.outages() == 1)
      return problem.known().size() >= ENOUGH_KNOWN_HOURS ? SURELY_UNLOGGED : Double.POSITIVE_INFINITY;
    return problem.known().size() >= ENOUGH_KNOWN_HOURS ? PERHAPS_UNLOGGED : RATHER_UNLOGGED;
  }

  private boolean isEnoughKnown() {
    int inFirst = problem.firstIsExact() ? problem.segments().getFirst().size() : 0;
    return problem.known().size() + inFirst >= ENOUGH_KNOWN_HOURS;
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

  private List<Offset> offsets(Placements placements) {
    var offsets = new ArrayList<Offset>(placements.segments());
    double before = 0;
    for (int k = 0; k < placements.segments(); k++) {
      Offset offset = offset(k, placements.of(k));
      double likely = Math.max(before, offset.likelyMinutes());
      offsets.add(new Offset(likely, Math.min(likely, offset.leastMinutes()), Math.max(likely, offset.mostMinutes())));
      before = likely;
    }
    return List.copyOf(offsets);
  }

  private Offset offset(int segment, Posterior posterior) {
    if (segment == 0 && problem.firstIsExact())
      return Offset.NONE;
    ProfileProblem.Bounds bounds = problem.bounds().get(segment);
    double logged = Math.max(0, problem.leastSum() - grid.stepMinutes());
    if (segment == problem.segments().size() - 1 && problem.outagesAfter() == 0
        && posterior.below(logged) < unloggedIsBelieved()) {
      return problem.sum();
    }
    if (bounds.width() <= grid.stepMinutes())
      return new Offset(bounds.middle(), bounds.leastMinutes(), bounds.mostMinutes());
    Posterior honest = posterior.blurred(isEnoughKnown() ? MODEL_ERROR_MINUTES : TAUGHT_BY_EACH_OTHER_MINUTES);
    double likely = bounds.clamp(posterior.quantile(0.5));
    return new Offset(likely, Math.min(likely, bounds.clamp(honest.quantile((1 - INTERVAL) / 2))),
        Math.max(likely, bounds.clamp(honest.quantile((1 + INTERVAL) / 2))));
  }
}
