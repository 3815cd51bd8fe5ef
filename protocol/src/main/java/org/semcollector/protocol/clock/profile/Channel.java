package org.semcollector.protocol.clock.profile;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One quantity that follows the week: its values in the segments and where they are known, its profile and its noise.
/// Values are NaN where nothing was measured.
final class Channel {
  /// Placements less likely than this do not count when the profile is learnt.
  private static final double LEAST_PROBABILITY = 0.003;

  private final LocalCells cells;
  private final WeekProfile.Tuning tuning;
  private final Innovations innovations;
  /// Cell positions at offset 0, per segment and hour.
  private final double[][] positions;
  private final double[][] values;
  private final Observations known;

  /// @param leadMinutes how long before the end of the hour a value stands for
  Channel(ProfileProblem problem, LocalCells cells, double leadMinutes, ToDoubleFunction<Sample> value,
      WeekProfile.Tuning tuning, Innovations innovations) {
    this.cells = cells;
    this.tuning = tuning;
    this.innovations = innovations;
    positions = each(problem.segments(), sample -> cells.position(sample.minute() - leadMinutes));
    values = each(problem.segments(), value);
    known = Observations.none(cells.size());
    for (Sample sample : problem.known()) {
      double v = value.applyAsDouble(sample);
      if (!Double.isNaN(v))
        known.add(cells.position(sample.minute() - leadMinutes), 1, v);
    }
  }

  /// Log-likelihood of each segment at each offset, under the profile that all other segments, where they are now, and
  /// the known hours give.
  double[][] logLikelihoods(double[][] placed, OffsetGrid grid) {
    Observations[] own = new Observations[values.length];
    Observations all = known.copy();
    for (int k = 0; k < values.length; k++) {
      own[k] = observations(k, placed[k], grid);
      all.add(own[k], 1);
    }
    var profiles = new double[values.length][];
    var residuals = new double[values.length][];
    for (int k = 0; k < values.length; k++) {
      Observations others = all.copy();
      others.add(own[k], -1);
      profiles[k] = WeekProfile.fit(others, cells, tuning);
      residuals[k] = new double[values[k].length];
      fillResiduals(k, profiles[k], new Posterior(grid, placed[k]).quantile(0.5), residuals[k]);
    }
    innovations.learnScale(Arrays.asList(residuals));
    var likelihoods = new double[values.length][grid.size()];
    for (int k = 0; k < values.length; k++) {
      for (int g = 0; g < grid.size(); g++) {
        fillResiduals(k, profiles[k], grid.minutes(g), residuals[k]);
        likelihoods[k][g] = innovations.logLikelihood(residuals[k], residuals[k].length);
      }
    }
    return likelihoods;
  }

  private Observations observations(int segment, double[] probability, OffsetGrid grid) {
    Observations own = Observations.none(cells.size());
    for (int g = 0; g < probability.length; g++) {
      if (probability[g] < LEAST_PROBABILITY)
        continue;
      double shift = grid.minutes(g) / LocalCells.CELL_MINUTES;
      for (int i = 0; i < values[segment].length; i++) {
        if (!Double.isNaN(values[segment][i]))
          own.add(positions[segment][i] + shift, probability[g], values[segment][i]);
      }
    }
    return own;
  }

  private void fillResiduals(int segment, double[] profile, double offsetMinutes, double[] residuals) {
    double shift = offsetMinutes / LocalCells.CELL_MINUTES;
    double[] position = positions[segment];
    double[] value = values[segment];
    for (int i = 0; i < value.length; i++) {
      double at = Math.max(0, position[i] + shift);
      int cell = Math.min((int) at, profile.length - 2);
      double part = at - cell;
      residuals[i] = value[i] - profile[cell] * (1 - part) - profile[cell + 1] * part;
    }
  }

  private static double[][] each(List<List<Sample>> segments, ToDoubleFunction<Sample> value) {
    return segments.stream()
        .map(segment -> segment.stream().mapToDouble(value).toArray())
        .toArray(double[][]::new);
  }
}
