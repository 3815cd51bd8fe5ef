package org.semcollector.protocol.clock.profile;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// One quantity that follows the week: its values in the segments and where they are known, its profile and its noise.
/// Values are NaN where nothing was measured.
final class Channel {
  /// Placements less likely than this do not count when the profile is learnt.
  private static final double LEAST_PROBABILITY = 0.003;
  private static final int FOLDS = 5;

  private final LocalCells cells;
  private final WeekProfile.Tuning tuning;
  private final Innovations innovations;
  /// Cell positions at offset 0, per segment and hour.
  private final double[][] positions;
  private final double[][] values;
  private final Observations known;
  private double[] taught = new double[0];
  private @Nullable Placements taughtFor;
  /// The same for the stretches of the blocks.
  private final Blocks blocks;
  private final double[][] blockPositions;
  private final double[][] blockValues;

  /// @param leadMinutes how long before the end of the hour a value stands for
  Channel(ProfileProblem problem, Blocks blocks, LocalCells cells, double leadMinutes, ToDoubleFunction<Sample> value,
      WeekProfile.Tuning tuning, Innovations innovations) {
    this.cells = cells;
    this.tuning = tuning;
    this.innovations = innovations;
    positions = each(problem.segments(), sample -> cells.position(sample.minute() - leadMinutes));
    values = each(problem.segments(), value);
    this.blocks = blocks;
    blockPositions = each(blocks.stretches(), sample -> cells.position(sample.minute() - leadMinutes));
    blockValues = each(blocks.stretches(), value);
    for (double[] each : values) {
      innovations.reserve(each.length);
    }
    innovations.reserve(Blocks.MOST_HOURS);
    known = Observations.none(cells.size());
    for (Sample sample : problem.known()) {
      double v = value.applyAsDouble(sample);
      if (!Double.isNaN(v))
        known.add(cells.position(sample.minute() - leadMinutes), 1, v);
    }
  }

  /// Adds the log-likelihood of each segment at each offset, under the profile that the segments of other groups, where
  /// they are now, and the known hours give.
  ///
  /// @param groups how many groups the segments form; only those of other groups teach a segment's profile
  /// @param trust what likelihoods count
  /// @param sums per segment and offset
  void addLogLikelihoods(Placements placed, OffsetGrid grid, int groups, Trust trust, double[][] sums) {
    var profiles = profiles(placed, grid, groups);
    var residuals = new double[values.length][];
    for (int k = 0; k < values.length; k++) {
      residuals[k] = new double[values[k].length];
      fillResiduals(k, profiles[group(k, profiles.length)], placed.of(k).quantile(0.5), residuals[k]);
    }
    innovations.learnScale(Arrays.asList(residuals));
    var logs = new double[grid.size()];
    for (int k = 0; k < values.length; k++) {
      for (int g = 0; g < grid.size(); g++) {
        fillResiduals(k, profiles[group(k, profiles.length)], grid.minutes(g), residuals[k]);
        logs[g] = innovations.logLikelihood(residuals[k], residuals[k].length);
      }
      trust.add(logs, grid.stepMinutes(), grid.trust(), sums[k]);
    }
  }

  /// The log-likelihood of each block at each shift, under the profile that the blocks of other folds teach where they
  /// are now.
  double[][] shifted(Placements placed, double[] shifts) {
    var fits = new double[blocks.blocks().size()][shifts.length];
    var residuals = new double[Blocks.MOST_HOURS];
    for (int fold = 0; fold < FOLDS; fold++) {
      Observations others = Observations.none(cells.size());
      for (int b = 0; b < fits.length; b++) {
        if (b % FOLDS != fold)
          observe(blocks.blocks().get(b), placed, others);
      }
      double[] profile = WeekProfile.fit(others, cells, tuning);
      for (int b = fold; b < fits.length; b += FOLDS) {
        Blocks.Block block = blocks.blocks().get(b);
        double offset = offset(block, placed);
        for (int s = 0; s < shifts.length; s++) {
          fillResiduals(blockPositions[block.stretch()], blockValues[block.stretch()], block.from(), block.to(),
              profile,
              offset + shifts[s], residuals);
          fits[b][s] = innovations.logLikelihood(residuals, block.to() - block.from());
        }
      }
    }
    return fits;
  }

  /// How well the anchored segments fit the week that the others teach, if those lie by so much later.
  double fitOfAnchored(Placements placed, OffsetGrid grid, boolean[] anchored, double minutes) {
    double[] profile = taughtByOthers(placed, grid, anchored);
    double log = 0;
    for (int k = 0; k < values.length; k++) {
      if (!anchored[k])
        continue;
      var residuals = new double[values[k].length];
      fillResiduals(k, profile, placed.of(k).quantile(0.5) - minutes, residuals);
      log += innovations.logLikelihood(residuals, residuals.length);
    }
    return log;
  }

  private double[] taughtByOthers(Placements placed, OffsetGrid grid, boolean[] anchored) {
    if (taughtFor == placed)
      return taught;
    Observations others = Observations.none(cells.size());
    for (int k = 0; k < values.length; k++) {
      if (!anchored[k])
        observe(k, placed.of(k), grid, others);
    }
    taught = WeekProfile.fit(others, cells, tuning);
    taughtFor = placed;
    return taught;
  }

  private double offset(Blocks.Block block, Placements placed) {
    return block.stretch() < values.length ? placed.of(block.stretch()).quantile(0.5) : 0;
  }

  private void observe(Blocks.Block block, Placements placed, Observations seen) {
    double shift = offset(block, placed) / LocalCells.CELL_MINUTES;
    double weight = block.stretch() < values.length ? placed.of(block.stretch()).certaintyOfHour() : 1;
    for (int i = block.from(); i < block.to(); i++) {
      double value = blockValues[block.stretch()][i];
      if (!Double.isNaN(value))
        seen.add(blockPositions[block.stretch()][i] + shift, weight, value);
    }
  }

  /// The first and the last segment, whose places are known best, are left out for nobody but themselves.
  private int group(int segment, int groups) {
    if (segment == 0 || segment == values.length - 1)
      return segment == 0 ? 0 : groups - 1;
    return groups <= 2 ? groups - 1 : 1 + (segment - 1) % (groups - 2);
  }

  /// One per group of segments; a single one is a group as long as there are few.
  private double[][] profiles(Placements placed, OffsetGrid grid, int count) {
    var groups = new Observations[Math.min(count, values.length)];
    Observations all = known.copy();
    for (int k = 0; k < values.length; k++) {
      int group = group(k, groups.length);
      if (groups[group] == null)
        groups[group] = Observations.none(cells.size());
      observe(k, placed.of(k), grid, groups[group]);
    }
    for (Observations group : groups) {
      all.add(group, 1);
    }
    var profiles = new double[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      Observations others = all.copy();
      others.add(groups[i], -1);
      profiles[i] = WeekProfile.fit(others, cells, tuning);
    }
    return profiles;
  }

  /// A segment that may lie at any hour of the day would only blur the profile.
  private void observe(int segment, Posterior posterior, OffsetGrid grid, Observations seen) {
    double certainty = posterior.certaintyOfHour();
    for (int g = 0; g < grid.size(); g++) {
      double probability = posterior.probability(g);
      if (probability < LEAST_PROBABILITY)
        continue;
      double shift = grid.minutes(g) / LocalCells.CELL_MINUTES;
      for (int i = 0; i < values[segment].length; i++) {
        if (!Double.isNaN(values[segment][i]))
          seen.add(positions[segment][i] + shift, probability * certainty, values[segment][i]);
      }
    }
  }

  private void fillResiduals(int segment, double[] profile, double offsetMinutes, double[] residuals) {
    fillResiduals(positions[segment], values[segment], 0, values[segment].length, profile, offsetMinutes, residuals);
  }

  private static void fillResiduals(double[] positions, double[] values, int from, int to, double[] profile,
      double offsetMinutes, double[] residuals) {
    double shift = offsetMinutes / LocalCells.CELL_MINUTES;
    for (int i = from; i < to; i++) {
      double at = Math.clamp(positions[i] + shift, 0, profile.length - 1.001);
      int cell = (int) at;
      double part = at - cell;
      residuals[i - from] = values[i] - profile[cell] * (1 - part) - profile[cell + 1] * part;
    }
  }

  private static double[][] each(List<List<Sample>> segments, ToDoubleFunction<Sample> value) {
    return segments.stream()
        .map(segment -> segment.stream().mapToDouble(value).toArray())
        .toArray(double[][]::new);
  }
}
