package org.semcollector.protocol.clock.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.semcollector.protocol.clock.CorrectedTime;

/// How near an estimator came on one case; all means are over its readings.
///
/// @param name the case's
/// @param hasHistory whether the case came with exactly timed earlier readings
/// @param meanErrorMinutes mean distance of estimate and truth
/// @param medianErrorMinutes median of it
/// @param wrongDay share of readings placed on another local day than the true one
/// @param covered share of readings whose interval holds the truth
/// @param widthMinutes mean width of the intervals
/// @param winklerMinutes mean interval score: the width plus 20 times the distance by which the truth is missed, which is
///     least for honest 90 % intervals
public record CaseScore(
    String name,
    boolean hasHistory,
    double meanErrorMinutes,
    double medianErrorMinutes,
    double wrongDay,
    double covered,
    double widthMinutes,
    double winklerMinutes) {
  private static final double MISS_FACTOR = 20;
  private static final double MILLIS_PER_MINUTE = 60_000;

  /// @param times one per reading of the case
  /// @throws IllegalArgumentException when there are no readings, or another number of times
  public static CaseScore of(ClockCase theCase, List<CorrectedTime> times) {
    int n = times.size();
    if (n == 0 || n != theCase.truth().size())
      throw new IllegalArgumentException("case " + theCase.name() + " needs one time per reading");
    var errors = new double[n];
    double wrongDay = 0;
    double covered = 0;
    double width = 0;
    double missed = 0;
    for (int i = 0; i < n; i++) {
      CorrectedTime time = times.get(i);
      Instant truth = theCase.truth().get(i);
      errors[i] = Math.abs(minutes(truth, time.measuredAt()));
      wrongDay += day(theCase, truth).equals(day(theCase, time.measuredAt())) ? 0 : 1;
      double miss = Math.max(0, Math.max(minutes(truth, time.earliest()), minutes(time.latest(), truth)));
      covered += miss > 0 ? 0 : 1;
      missed += miss;
      width += minutes(time.earliest(), time.latest());
    }
    double mean = Arrays.stream(errors).average().orElse(0);
    return new CaseScore(theCase.name(), theCase.hasHistory(), mean, median(errors), wrongDay / n, covered / n,
        width / n,
        (width + MISS_FACTOR * missed) / n);
  }

  /// The name without its number: the regime of outages.
  public String regime() {
    return name.substring(name.indexOf('-') + 1);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double minutes(Instant from, Instant to) {
    return (to.toEpochMilli() - from.toEpochMilli()) / MILLIS_PER_MINUTE;
  }

  private static LocalDate day(ClockCase theCase, Instant at) {
    return LocalDate.ofInstant(at, theCase.zone());
  }
}
