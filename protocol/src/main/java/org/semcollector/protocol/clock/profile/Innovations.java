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
  /// Twice so many factors of at most 1e19 stay within a double.
  private static final int FEW = 7;
  /// The share of absolute innovations below the scale's multiple of 0.92 if they were normal, with some outliers.
  private static final double SCALE_SHARE = 0.6;
  private static final double SCALE_QUANTILE = 0.92;
  private static final int LEAST_FOR_SCALE = 20;

  private final double hourAfter;
  private final double dayAfter;
  private final double leastScale;
  private double scale;
  /// Residuals less what the hour before lets expect, from the first hour on and from the last hour back.
  private double[] onward = new double[0];
  private double[] backward = new double[0];

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
  /// @param residuals one an hour, NaN where nothing was measured; NaNs are filled with what is expected there
  /// @param length how many of them, at most what was promised to [#reserve]
  double logLikelihood(double[] residuals, int length) {
    for (int i = 0; i < length; i++) {
      if (Double.isNaN(residuals[i]))
        residuals[i] = i > 0 ? hourAfter * residuals[i - 1] : 0;
    }
    if (length == 0)
      return 0;
    for (int i = 1; i < length; i++) {
      onward[i] = residuals[i] - hourAfter * residuals[i - 1];
    }
    for (int i = 1; i < length; i++) {
      backward[i] = residuals[length - 1 - i] - hourAfter * residuals[length - i];
    }
    double log = logOfFirst(residuals[0]) + logOfFirst(residuals[length - 1]) + logOfRest(length);
    return -(FREEDOM + 1) / 4 * log - length * Math.log(scale);
  }

  /// Makes room for stretches of so many hours.
  void reserve(int length) {
    if (onward.length < length) {
      onward = new double[length];
      backward = new double[length];
    }
  }

  /// Before the first residual of a stretch nothing is known.
  private double logOfFirst(double residual) {
    return Math.log1p(residual * residual * perSquare(1) * (1 - hourAfter * hourAfter));
  }

  /// @return what a squared innovation counts, on the first day or later
  private double perSquare(int day) {
    double later = 1 / (FREEDOM * scale * scale);
    return day == 1 ? later * (1 - dayAfter * dayAfter) : later;
  }

  /// Both directions in one loop: the processor works on two products at once.
  private double logOfRest(int length) {
    double firstDay = perSquare(1);
    double later = perSquare(2);
    double log = 0;
    double one = 1;
    double other = 1;
    for (int i = 1; i < length; i++) {
      boolean isLater = i > DAY;
      double a = isLater ? onward[i] - dayAfter * onward[i - DAY] : onward[i];
      double b = isLater ? backward[i] - dayAfter * backward[i - DAY] : backward[i];
      double perSquare = isLater ? later : firstDay;
      one *= 1 + a * a * perSquare;
      other *= 1 + b * b * perSquare;
      if ((i & FEW) == 0) {
        log += Math.log(one * other);
        one = 1;
        other = 1;
      }
    }
    return log + Math.log(one * other);
  }

  private double innovation(double[] residuals, int i) {
    double hour = residuals[i] - hourAfter * residuals[i - 1];
    return i > DAY ? hour - dayAfter * (residuals[i - DAY] - hourAfter * residuals[i - DAY - 1]) : hour;
  }
}
