package org.semcollector.app.analysis;

import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// Carbon dioxide of the measured energy by one factor for all of it.
///
/// @param co2Kg kilograms
/// @param gramsPerKwh the factor, as whoever asks knows it for his grid; none is built in, because it changes with
///     place and year
/// @param basis time asked about and time measured: energy that was not measured is not in it
public record Emission(double co2Kg, double gramsPerKwh, Basis basis) {
  /// The emission of a meter's energy.
  ///
  /// @param gramsPerKwh not negative
  public static Emission of(List<Bucket> buckets, double gramsPerKwh) {
    if (!(gramsPerKwh >= 0) || Double.isInfinite(gramsPerKwh))
      throw new IllegalArgumentException(gramsPerKwh + " g per kWh");
    double kwh = buckets.stream().mapToDouble(Bucket::energyKwh).sum();
    return new Emission(kwh * gramsPerKwh / 1000, gramsPerKwh, Basis.of(buckets));
  }
}
