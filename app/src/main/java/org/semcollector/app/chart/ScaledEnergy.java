package org.semcollector.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The energy of bars where energy factors are noted: each meter's multiplied with its factor, that of meters without
/// one as they counted it, added up.
///
/// @param factor the factor, where all meters have the same; empty where they differ or some have none
/// @param bucketsKwh one for each bar; empty for a gap
/// @param comparedKwh one for each bar, of the time it is compared with; empty for a bar that is compared with nothing
public record ScaledEnergy(
    OptionalDouble factor,
    List<OptionalDouble> bucketsKwh,
    List<OptionalDouble> comparedKwh) {
  public ScaledEnergy {
    bucketsKwh = List.copyOf(bucketsKwh);
    comparedKwh = List.copyOf(comparedKwh);
  }

  /// The scaled energy of meters; empty when no factor is noted for any of them.
  ///
  /// @param meters all with buckets of the same times
  public static Optional<ScaledEnergy> of(List<MeterBuckets> meters) {
    return of(meters, List.of());
  }

  /// As [#of], beside an earlier time.
  ///
  /// @param compared the scaled energy of all meters there for each bar; empty = compared with nothing
  static Optional<ScaledEnergy> of(List<MeterBuckets> meters, List<OptionalDouble> compared) {
    if (meters.stream().allMatch(meter -> meter.energyFactor().isEmpty()))
      return Optional.empty();
    List<OptionalDouble> sums = new ArrayList<>();
    for (int i = 0; i < meters.getFirst().buckets().size(); i++)
      sums.add(sum(meters, i));
    boolean same = meters.stream().map(MeterBuckets::energyFactor).distinct().count() == 1;
    return Optional.of(new ScaledEnergy(same ? meters.getFirst().energyFactor() : OptionalDouble.empty(), sums,
        compared.isEmpty() ? sums.stream().map(_ -> OptionalDouble.empty()).toList() : compared));
  }

  /// Energy of all bars, kWh.
  public double totalKwh() {
    return bucketsKwh.stream().mapToDouble(kwh -> kwh.orElse(0)).sum();
  }

  private static OptionalDouble sum(List<MeterBuckets> meters, int index) {
    OptionalDouble sum = OptionalDouble.empty();
    for (MeterBuckets meter : meters)
      if (!meter.buckets().get(index).isGap()) {
        double raw = meter.buckets().get(index).energyKwh();
        sum = OptionalDouble.of(sum.orElse(0) + meter.scaledKwh(raw).orElse(raw));
      }
    return sum;
  }
}
