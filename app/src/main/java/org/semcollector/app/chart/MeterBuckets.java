package org.semcollector.app.chart;

import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;

/// The buckets of one meter over the time a chart shows.
///
/// @param meter the meter's name for people
/// @param buckets without holes, oldest first
/// @param known what tells a gap's cause
/// @param energyFactor what people said its kWh must be multiplied with to be true; buckets are raw all the same
public record MeterBuckets(String meter, List<Bucket> buckets, GapCause.Known known, OptionalDouble energyFactor) {
  public MeterBuckets {
    buckets = List.copyOf(buckets);
  }

  /// A meter whose kWh are taken as they are.
  public MeterBuckets(String meter, List<Bucket> buckets, GapCause.Known known) {
    this(meter, buckets, known, OptionalDouble.empty());
  }

  /// Energy of all buckets, kWh, raw as the meter counted it.
  public double energyKwh() {
    return buckets.stream().mapToDouble(Bucket::energyKwh).sum();
  }

  /// The same multiplied with the energy factor; empty without one.
  public OptionalDouble scaledEnergyKwh() {
    return scaledKwh(energyKwh());
  }

  /// Buckets with their energy multiplied with the energy factor, or as they are without one. Nothing else of them
  /// changes.
  public List<Bucket> scaledBuckets() {
    if (energyFactor.isEmpty())
      return buckets;
    return buckets.stream().map(raw -> new Bucket(raw.from(), raw.to(), raw.energyKwh() * energyFactor.getAsDouble(),
        raw.covered(), raw.outage(), raw.readings(), raw.atStart(), raw.atEnd(), raw.nearEnd())).toList();
  }

  /// A raw energy of this meter multiplied with its energy factor; empty without one.
  public OptionalDouble scaledKwh(double rawKwh) {
    return energyFactor.isPresent() ? OptionalDouble.of(rawKwh * energyFactor.getAsDouble()) : OptionalDouble.empty();
  }
}
