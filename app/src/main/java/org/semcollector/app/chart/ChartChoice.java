package org.semcollector.app.chart;

import java.util.Optional;
import org.semcollector.app.rollup.BucketUnit;

/// What somebody chose to see.
///
/// @param unit buckets chosen; empty = those that follow the period
/// @param phases whether the phases of a meter are shown apart
/// @param marks whether marks are shown
public record ChartChoice(
    ChartKind kind,
    Period period,
    Optional<BucketUnit> unit,
    Compare compare,
    boolean phases,
    boolean marks) {
  /// An earlier time beside the one shown.
  public enum Compare {
    NONE, PREVIOUS, YEAR_BEFORE
  }

  /// What one begins with.
  public static ChartChoice of(Period period) {
    return new ChartChoice(ChartKind.ENERGY, period, Optional.empty(), Compare.NONE, false, true);
  }

  /// The buckets of the bars.
  public BucketUnit buckets() {
    return unit.orElse(period.buckets());
  }

  public ChartChoice withKind(ChartKind changed) {
    return new ChartChoice(changed, period, unit, compare, phases, marks);
  }

  /// Another period; buckets follow it again when its kind is another one.
  public ChartChoice withPeriod(Period changed) {
    return new ChartChoice(kind, changed, changed.kind() == period.kind() ? unit : Optional.empty(), compare, phases,
        marks);
  }

  public ChartChoice withUnit(Optional<BucketUnit> changed) {
    return new ChartChoice(kind, period, changed, compare, phases, marks);
  }

  public ChartChoice withCompare(Compare changed) {
    return new ChartChoice(kind, period, unit, changed, phases, marks);
  }

  public ChartChoice withPhases(boolean changed) {
    return new ChartChoice(kind, period, unit, compare, changed, marks);
  }

  public ChartChoice withMarks(boolean changed) {
    return new ChartChoice(kind, period, unit, compare, phases, changed);
  }
}
