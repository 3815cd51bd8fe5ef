package org.semcollector.protocol.clock;

import java.util.List;
import java.util.Optional;

/// The estimators there are, by name.
public final class ClockEstimators {
  private static final ClockEstimator EVEN = new EvenEstimator();
  private static final ClockEstimator PROFILE = new ProfileEstimator();
  private static final List<ClockEstimator> ALL = List.of(new NoneEstimator(), new PhoneAppEstimator(),
      EVEN, PROFILE);

  private ClockEstimators() {}

  /// From the plainest to the best.
  public static List<ClockEstimator> all() {
    return ALL;
  }

  /// The estimator users call by this name, "even"; empty when there is none.
  public static Optional<ClockEstimator> byName(String name) {
    return ALL.stream().filter(estimator -> estimator.name().equals(name)).findFirst();
  }

  /// The one used when nobody chose.
  public static ClockEstimator standard() {
    return PROFILE;
  }
}
