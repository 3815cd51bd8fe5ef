package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

/// A bar chart of energy in hours, days or months; meters stand on each other's bars.
///
/// @param meters names, in drawing order from below
/// @param energyUnit the unit of the axis and of every number
/// @param axis in `energyUnit`, from zero
/// @param scaled the same energy with energy factors; bars are raw all the same; empty without any factor
public record EnergyBars(
    BucketUnit bucketUnit,
    List<String> meters,
    List<EnergyBar> bars,
    EnergyUnit energyUnit,
    Axis axis,
    Optional<ScaledEnergy> scaled) {
  /// Below this share of covered time a bar is shown as partly covered; a meter's save period is a few seconds longer
  /// than nominal, which is no gap.
  static final double COMPLETE_FROM = 0.98;

  public EnergyBars {
    meters = List.copyOf(meters);
    bars = List.copyOf(bars);
  }

  /// Bars of meters whose energy is taken as it is.
  public EnergyBars(BucketUnit bucketUnit, List<String> meters, List<EnergyBar> bars, EnergyUnit energyUnit,
      Axis axis) {
    this(bucketUnit, meters, bars, energyUnit, axis, Optional.empty());
  }

  /// The same bars with what energy factors make of them.
  EnergyBars with(Optional<ScaledEnergy> known) {
    return new EnergyBars(bucketUnit, meters, bars, energyUnit, axis, known);
  }

  /// The chart of one or more meters.
  ///
  /// @param meters all with buckets of the same times
  /// @throws IllegalArgumentException when the meters' buckets differ in number
  public static EnergyBars of(BucketUnit unit, List<MeterBuckets> meters, ChartLabels labels) {
    return of(unit, meters, List.of(), labels);
  }

  /// The chart of one or more meters beside an earlier time.
  ///
  /// @param compared for each bucket what it is compared with, kWh of all meters; empty = with nothing
  public static EnergyBars of(BucketUnit unit, List<MeterBuckets> meters, List<OptionalDouble> compared,
      ChartLabels labels) {
    int count = meters.isEmpty() ? 0 : meters.getFirst().buckets().size();
    if (meters.stream().anyMatch(meter -> meter.buckets().size() != count))
      throw new IllegalArgumentException("meters of one chart need buckets of the same times");
    List<EnergyBar> bars = new ArrayList<>(count);
    for (int i = 0; i < count; i++)
      bars.add(bar(unit, meters, i, compared.isEmpty() ? OptionalDouble.empty() : compared.get(i), labels));
    double largest = bars.stream().mapToDouble(EnergyBars::height).max().orElse(0);
    EnergyUnit energyUnit = EnergyUnit.fitting(largest);
    double top = largest > 0 ? energyUnit.of(largest) : 1;
    return new EnergyBars(unit, meters.stream().map(MeterBuckets::meter).toList(), bars, energyUnit,
        Axis.covering(0, top, 5, labels.locale()));
  }

  /// Whether any bar is compared with an earlier one.
  public boolean isCompared() {
    return bars.stream().anyMatch(bar -> bar.comparedKwh().isPresent());
  }

  private static double height(EnergyBar bar) {
    return Math.max(bar.energyKwh().orElse(0) + bar.uncertainKwh(), bar.comparedKwh().orElse(0));
  }

  /// Energy of all bars, kWh.
  public double totalKwh() {
    return bars.stream().mapToDouble(bar -> bar.energyKwh().orElse(0)).sum();
  }

  /// The bar with the most energy; of equal ones the first.
  public Optional<EnergyBar> peak() {
    return bars.stream().filter(bar -> bar.energyKwh().isPresent())
        .reduce((a, b) -> b.energyKwh().orElse(0) > a.energyKwh().orElse(0) ? b : a);
  }

  /// Share of the time up to now that readings cover, 0 to 1; empty when nothing has begun.
  public OptionalDouble coverage(Instant now) {
    double covered = 0;
    double begun = 0;
    for (EnergyBar bar : bars) {
      double length = Duration.between(bar.from(), bar.to()).toMillis();
      double elapsed = Math.clamp((double) Duration.between(bar.from(), now).toMillis(), 0, length);
      begun += elapsed;
      covered += Math.min(elapsed, bar.coverage() * length);
    }
    return begun > 0 ? OptionalDouble.of(covered / begun) : OptionalDouble.empty();
  }

  private static EnergyBar bar(BucketUnit unit, List<MeterBuckets> meters, int index, OptionalDouble compared,
      ChartLabels labels) {
    Bucket first = meters.getFirst().buckets().get(index);
    List<OptionalDouble> parts = new ArrayList<>();
    double coverage = 0;
    for (MeterBuckets meter : meters) {
      Bucket bucket = meter.buckets().get(index);
      parts.add(bucket.isGap() ? OptionalDouble.empty() : OptionalDouble.of(bucket.energyKwh()));
      coverage += bucket.coverage() / meters.size();
    }
    Instant now = meters.getFirst().known().now();
    EnergyBar.State state = state(parts, coverage, first, now);
    Optional<GapCause> gap = state == EnergyBar.State.GAP
        ? meters.stream().map(meter -> meter.known().of(first.from(), first.to())).max(GapCause::compareTo)
        : Optional.empty();
    double uncertain = meters.stream().mapToDouble(meter -> Uncertainty.kwh(meter.buckets().get(index))).sum();
    return new EnergyBar(first.from(), first.to(), parts, coverage, state, gap, uncertain, compared,
        labels.span(first.from(), first.to(), unit));
  }

  private static EnergyBar.State state(List<OptionalDouble> parts, double coverage, Bucket bucket, Instant now) {
    if (parts.stream().allMatch(OptionalDouble::isEmpty))
      return EnergyBar.State.GAP;
    if (!now.isBefore(bucket.from()) && now.isBefore(bucket.to()))
      return EnergyBar.State.RUNNING;
    return coverage < COMPLETE_FROM ? EnergyBar.State.PARTLY : EnergyBar.State.COMPLETE;
  }
}
