package org.semcollector.protocol.clock.profile;

/// The offsets that are tried: 0, step, 2 steps ... up to all that the clock can lag.
///
/// @param stepMinutes distance of two
/// @param size how many
record OffsetGrid(double stepMinutes, int size) {
  private static final double FINEST_MINUTES = 15;
  /// Forward-backward takes two multiplications per segment and pair of offsets.
  private static final double MOST_PAIRS = 8e6;
  private static final int LEAST_SIZE = 400;
  private static final int MOST_SIZE = 2000;

  static OffsetGrid of(ProfileProblem problem) {
    double affordable = Math.sqrt(MOST_PAIRS / problem.segments().size());
    double size = Math.clamp(affordable, LEAST_SIZE, MOST_SIZE);
    double step = Math.max(FINEST_MINUTES, problem.mostSum() / size);
    return new OffsetGrid(step, (int) Math.ceil(problem.mostSum() / step) + 1);
  }

  double minutes(int index) {
    return index * stepMinutes;
  }

  /// A grid so coarse that it steps over the right hour of the day says little: its likelihoods count less.
  double trust() {
    return Math.min(1, 45 / stepMinutes);
  }
}
