package org.semcollector.app.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.StoredReading;

/// How much of its energy a meter counts, seen from its own power values.
///
/// The firmware integrates only while it samples, so its kWh are too small by a constant share. Its power is a value from
/// the end of each hour: in hours that begin and end with nearly the same power, it is close to the hour's mean. The
/// median over such hours is not moved by the few in which the load changed and changed back.
///
/// @param counted energy counted / (power x time): 1 = all of it
/// @param low lower end of the middle half of the hours
/// @param high upper end
/// @param hours steady hours it comes from
record EnergyFactorEstimate(double counted, double low, double high, int hours) {
  /// Fewer steady hours say nothing.
  static final int FEWEST_HOURS = 24;
  private static final double STEADY = 0.1;
  private static final double LEAST_W = 20;

  static Optional<EnergyFactorEstimate> of(List<StoredReading> readings) {
    var shares = new ArrayList<Double>();
    for (int i = 1; i < readings.size(); i++) {
      if (follow(readings.get(i - 1), readings.get(i)))
        share(readings.get(i - 1), readings.get(i)).ifPresent(shares::add);
    }
    if (shares.size() < FEWEST_HOURS)
      return Optional.empty();
    double[] sorted = shares.stream().mapToDouble(Double::doubleValue).toArray();
    return Optional.of(new EnergyFactorEstimate(Quantiles.median(sorted).orElseThrow(),
        Quantiles.of(sorted, 0.25).orElseThrow(), Quantiles.of(sorted, 0.75).orElseThrow(), sorted.length));
  }

  /// What the kWh are to be multiplied with.
  double factor() {
    return 1 / counted;
  }

  /// Whether the hours agree: the middle half lies within a fifth of the median.
  boolean isClear() {
    return counted > 0 && high - low <= 0.2 * counted;
  }

  private static boolean follow(StoredReading before, StoredReading after) {
    Duration between = Duration.ofMillis(after.raw().deviceMillis() - before.raw().deviceMillis());
    Duration period = after.period().length();
    return between.minus(period).abs().compareTo(Duration.ofSeconds(20)) <= 0;
  }

  private static Optional<Double> share(StoredReading before, StoredReading after) {
    double from = before.raw().activePowerW();
    double to = after.raw().activePowerW();
    if (!(from >= LEAST_W && to >= LEAST_W) || Math.abs(from - to) > STEADY * Math.max(from, to))
      return Optional.empty();
    double hours = after.period().length().toSeconds() / 3600.0;
    double share = after.intervalEnergyKwh() / ((from + to) / 2 / 1000 * hours);
    return Double.isFinite(share) ? Optional.of(share) : Optional.empty();
  }
}
