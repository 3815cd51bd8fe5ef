package org.semcollector.protocol.clock.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// How near an estimator came on many cases; every case counts the same, however many readings it has. The order of the
/// cases changes nothing.
///
/// @param cases how many
/// @param meanErrorMinutes mean over the cases of their mean error
/// @param medianErrorMinutes median over the cases of their median error
/// @param wrongDay mean share of readings on the wrong day
/// @param covered mean share of readings whose interval holds the truth
/// @param widthMinutes mean width of the intervals
/// @param winklerMinutes mean interval score
public record ClockScore(
    int cases,
    double meanErrorMinutes,
    double medianErrorMinutes,
    double wrongDay,
    double covered,
    double widthMinutes,
    double winklerMinutes) {

  /// @throws IllegalArgumentException when there are no cases
  public static ClockScore of(List<CaseScore> scores) {
    if (scores.isEmpty())
      throw new IllegalArgumentException("no cases");
    return new ClockScore(scores.size(), mean(scores, CaseScore::meanErrorMinutes),
        CaseScore.median(scores.stream().mapToDouble(CaseScore::medianErrorMinutes).toArray()),
        mean(scores, CaseScore::wrongDay), mean(scores, CaseScore::covered), mean(scores, CaseScore::widthMinutes),
        mean(scores, CaseScore::winklerMinutes));
  }

  /// Sorted before it is added up: sums of floating-point numbers depend on the order.
  private static double mean(List<CaseScore> scores, ToDoubleFunction<CaseScore> value) {
    double[] values = scores.stream().mapToDouble(value).sorted().toArray();
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum / values.length;
  }
}
