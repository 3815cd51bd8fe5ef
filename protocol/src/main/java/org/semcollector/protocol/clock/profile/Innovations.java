package org.semcollector.protocol.clock.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How likely a stretch of hourly residuals is. A warm house stays warm and a quiet day stays quiet: each residual is
/// expected to go on from the one before and from the one a day before, so only what is new counts, and outliers count
/// little (Student's t).
final class Innovations {
  private static final double FREEDOM = 10;
  private static final int DAY = 24;
  private static final double LARGEST_PRODUCT = 1e250;
  /// The share of absolute innovations below the scale's multiple of 0.92 if they were normal, with some outliers.
  private static final double SCALE_SHARE = 0.6;
  private static final double SCALE_QUANTILE = 0.92;
  private static final int LEAST_FOR_SCALE = 20;

  private final double hourAfter;
  private final double dayAfter;
  private final double leastScale;
  private double scale;

  /// @param hourAfter how much of a residual is left an hour later
  /// @param dayAfter how much is left a day later
  /// @param firstScale spread of the innovations until it is learnt
  /// @param leastScale never believed to be less
  Innovations(double hourAfter, double dayAfter, double firstScale, double leastScale) {
    this.hourAfter = hourAfter;
    this.dayAfter = dayAfter;
    this.leastScale = leastScale;
    scale = firstScale;
  }

  /// Learns the spread from stretches of residuals; too few say nothing.
  void learnScale(List<double[]> stretches) {
    var sizes = new ArrayList<Double>();
    for (double[] residuals : stretches) {
      for (int i = 1; i < residuals.length; i++) {
        double size = Math.abs(innovation(residuals, i));
        if (!Double.isNaN(size))
          sizes.add(size);
      }
    }
    if (sizes.size() < LEAST_FOR_SCALE)
      return;
    Collections.sort(sizes);
    scale = Math.max(leastScale, sizes.get((int) (sizes.size() * SCALE_SHARE)) / SCALE_QUANTILE);
  }

  /// Up to a constant. The mean of both directions of time: a load jumps up and fades away, which would otherwise favour
  /// one direction of every shift.
  ///
  /// @param residuals one an hour, NaN where nothing was measured; NaNs are filled, then the order is turned round
  /// @param length how many of them
  double logLikelihood(double[] residuals, int length) {
    double forward = oneWay(residuals, length);
    for (int i = 0; i < length / 2; i++) {
      double swapped = residuals[i];
      residuals[i] = residuals[length - 1 - i];
      residuals[length - 1 - i] = swapped;
    }
    return (forward + oneWay(residuals, length)) / 2;
  }

  private double oneWay(double[] residuals, int length) {
    double dayVariance = 1 / (1 - dayAfter * dayAfter);
    double inverse = 1 / (FREEDOM * scale * scale);
    double product = 1;
    double log = 0;
    for (int i = 0; i < length; i++) {
      if (Double.isNaN(residuals[i]))
        residuals[i] = i > 0 ? hourAfter * residuals[i - 1] : 0;
      double innovation = i == 0 ? residuals[0] : innovation(residuals, i);
      double variance = i > DAY ? 1 : i > 0 ? dayVariance : dayVariance / (1 - hourAfter * hourAfter);
      product *= 1 + innovation * innovation * inverse / variance;
      if (product > LARGEST_PRODUCT || (i & 15) == 15) {
        log += Math.log(product);
        product = 1;
      }
    }
    return -(FREEDOM + 1) / 2 * (log + Math.log(product));
  }

  private double innovation(double[] residuals, int i) {
    double hour = residuals[i] - hourAfter * residuals[i - 1];
    return i > DAY ? hour - dayAfter * (residuals[i - DAY] - hourAfter * residuals[i - DAY - 1]) : hour;
  }
}
