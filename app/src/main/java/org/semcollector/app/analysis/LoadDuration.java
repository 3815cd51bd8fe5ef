package org.semcollector.app.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;

/// For how long at least so much power was drawn: the full hours, sorted by their mean power.
///
/// @param steps highest power first; partly measured hours are left out
/// @param basis time asked about and time in the steps
public record LoadDuration(List<Step> steps, Basis basis) {
  /// One hour in the order of power.
  ///
  /// @param powerW mean power of the hour
  /// @param until how long at least this much was drawn, this hour included
  public record Step(double powerW, Duration until) {}

  public LoadDuration {
    steps = List.copyOf(steps);
  }

  /// The curve of a meter.
  ///
  /// @param hours hourly buckets without holes, without those of the future
  public static LoadDuration of(List<Bucket> hours) {
    List<Bucket> full = Power.complete(hours);
    List<Bucket> sorted = full.stream().sorted(Comparator.<Bucket>comparingDouble(Power::meanW).reversed()).toList();
    List<Step> steps = new ArrayList<>(sorted.size());
    Duration until = Duration.ZERO;
    for (Bucket hour : sorted) {
      until = until.plus(Power.length(hour));
      steps.add(new Step(Power.meanW(hour), until));
    }
    return new LoadDuration(steps, Basis.of(hours, full));
  }

  /// The length of the curve.
  public Duration length() {
    return steps.isEmpty() ? Duration.ZERO : steps.getLast().until();
  }

  /// The power drawn or exceeded during a share of the time: 0.05 gives what only 5 % of the time was exceeded.
  ///
  /// @param share 0 to 1
  public OptionalDouble exceededDuring(double share) {
    double wanted = share * length().toMillis();
    return steps.stream().filter(step -> step.until().toMillis() >= wanted).mapToDouble(Step::powerW).findFirst();
  }
}
