package org.semcollector.protocol.clock.profile;

/// The offsets that are tried: 0, step, 2 steps ... up to all that the clock can lag.
///
/// @param stepMinutes distance of two
/// @param size how many
record OffsetGrid(double stepMinutes, int size) {
  /// Finer than the load can tell, unless all outages together are so short that steps would hide them.
  private static final double FINEST_MINUTES = 15;
  /// Forward-backward takes two multiplications per segment and pair of offsets, for each supposition about outages.
  private static final double MOST_PAIRS = 6e6;
  private static final int LEAST_SIZE = 400;
  private static final int MOST_SIZE = 2000;

  static OffsetGrid of(ProfileProblem problem) {
    double affordable = Math.sqrt(MOST_PAIRS / problem.segments().size());
    double size = Math.clamp(affordable, LEAST_SIZE, MOST_SIZE);
    double finest = Math.clamp(problem.mostSum() / LEAST_SIZE, 1, FINEST_MINUTES);
    double step = Math.max(finest, problem.mostSum() / size);
    return new OffsetGrid(step, (int) Math.ceil(problem.mostSum() / step) + 1);
  }

  /// A grid for the same offsets that is not finer than the given step.
  OffsetGrid withStep(ProfileProblem problem, double minutes) {
    return minutes <= stepMinutes ? this : new OffsetGrid(minutes, (int) Math.ceil(problem.mostSum() / minutes) + 1);
  }

  /// Probabilities of this grid's offsets as probabilities of another's.
  double[] resampled(double[] probability, OffsetGrid other) {
    var resampled = new double[other.size];
    double sum = 0;
    for (int g = 0; g < resampled.length; g++) {
      double position = Math.min(other.minutes(g) / stepMinutes, size - 1.0);
      int below = Math.min((int) position, Math.max(0, size - 2));
      double part = position - below;
      resampled[g] = probability[below] * (1 - part) + (part > 0 ? probability[below + 1] * part : 0);
      sum += resampled[g];
    }
    for (int g = 0; g < resampled.length; g++) {
      resampled[g] = sum > 0 ? resampled[g] / sum : 1.0 / resampled.length;
    }
    return resampled;
  }

  double minutes(int index) {
    return index * stepMinutes;
  }

  /// A grid so coarse that it steps over the right hour of the day says little: its likelihoods count less.
  double trust() {
    return Math.min(1, 45 / stepMinutes);
  }
}
