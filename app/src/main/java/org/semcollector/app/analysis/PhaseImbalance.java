package org.semcollector.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.semcollector.app.rollup.Bucket;

/// How unequally the phases are loaded: the largest deviation of one phase from the mean of all, over that mean. 0 when
/// all are equal; 2 when one of three carries everything.
///
/// For voltages this is the phase voltage unbalance rate (IEEE Std 141; Pillay and Manyage, Definitions of Voltage
/// Unbalance, IEEE Power Engineering Review 21(5), 2001); the same form is used for currents and powers. The meter has
/// no angles, so the ratio of negative to positive sequence cannot be known.
///
/// @param power of the energies of all hours together
/// @param current over the hours
/// @param voltage over the hours
/// @param basis time asked about, and time in hours that every phase measured from end to end; others are left out
public record PhaseImbalance(OptionalDouble power, Spread current, Spread voltage, Basis basis) {
  /// Imbalance hour by hour.
  ///
  /// @param mean of the hours; empty without one
  /// @param max of one hour
  public record Spread(OptionalDouble mean, OptionalDouble max) {}

  /// The imbalance of phases.
  ///
  /// @param phases hourly buckets of each, all of the same times; two or more
  public static PhaseImbalance of(List<List<Bucket>> phases) {
    int count = phases.getFirst().size();
    if (phases.size() < 2 || phases.stream().anyMatch(phase -> phase.size() != count))
      throw new IllegalArgumentException("imbalance needs phases with buckets of the same times");
    List<List<Bucket>> alike = new ArrayList<>();
    for (List<Bucket> phase : phases) {
      alike.add(IntStream.range(0, count)
          .filter(i -> phases.stream().allMatch(other -> Power.isComplete(other.get(i)))).mapToObj(phase::get)
          .toList());
    }
    List<OptionalDouble> energies = alike.stream()
        .map(phase -> OptionalDouble.of(phase.stream().mapToDouble(Bucket::energyKwh).sum())).toList();
    return new PhaseImbalance(imbalance(energies), spread(alike, Bucket::meanCurrentA),
        spread(alike, Bucket::meanVoltageV),
        Basis.of(phases.getFirst(), alike.getFirst()));
  }

  private static Spread spread(List<List<Bucket>> phases, Function<Bucket, OptionalDouble> value) {
    double[] hours = IntStream.range(0, phases.getFirst().size())
        .mapToObj(i -> imbalance(phases.stream().map(phase -> value.apply(phase.get(i))).toList()))
        .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).toArray();
    return new Spread(java.util.Arrays.stream(hours).average(), java.util.Arrays.stream(hours).max());
  }

  /// Largest deviation from the mean over the mean; empty when a value is missing or the mean is not above zero.
  private static OptionalDouble imbalance(List<OptionalDouble> values) {
    if (values.stream().anyMatch(OptionalDouble::isEmpty))
      return OptionalDouble.empty();
    double mean = values.stream().mapToDouble(OptionalDouble::getAsDouble).average().orElse(0);
    double deviation = values.stream().mapToDouble(value -> Math.abs(value.getAsDouble() - mean)).max().orElse(0);
    return mean > 0 ? OptionalDouble.of(deviation / mean) : OptionalDouble.empty();
  }
}
