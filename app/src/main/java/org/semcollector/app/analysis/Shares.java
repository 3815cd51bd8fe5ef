package org.semcollector.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semcollector.app.rollup.Bucket;

/// How the energy of a period is shared among meters or channels.
///
/// @param parts in the order given
/// @param totalKwh energy measured by all
/// @param alikeKwh energy of all in the buckets that every one measured from end to end
/// @param basis time asked about, and time that every one measured
public record Shares(List<Part> parts, double totalKwh, double alikeKwh, Basis basis) {
  /// One meter or channel.
  ///
  /// @param series its buckets, of the same times as everyone's
  public record Series(String name, List<Bucket> series) {
    public Series {
      series = List.copyOf(series);
    }
  }

  /// One part.
  ///
  /// @param energyKwh what it measured
  /// @param share of all that was measured, 0 to 1; too small for a meter with gaps
  /// @param alikeShare share within the buckets that every one measured, 0 to 1: gaps do not distort it
  /// @param basis its own time asked about and measured
  public record Part(String name, double energyKwh, double share, double alikeShare, Basis basis) {}

  public Shares {
    parts = List.copyOf(parts);
  }

  /// Shares of some meters.
  ///
  /// @throws IllegalArgumentException when their buckets differ in number
  public static Shares of(List<Series> meters) {
    int count = meters.isEmpty() ? 0 : meters.getFirst().series().size();
    if (meters.stream().anyMatch(meter -> meter.series().size() != count))
      throw new IllegalArgumentException("shares need buckets of the same times");
    List<Integer> alike = IntStream.range(0, count)
        .filter(i -> meters.stream().allMatch(meter -> Power.isComplete(meter.series().get(i)))).boxed().toList();
    double total = meters.stream().mapToDouble(meter -> sum(meter.series())).sum();
    double totalAlike = meters.stream().mapToDouble(meter -> sum(pick(meter, alike))).sum();
    List<Part> parts = new ArrayList<>();
    for (Series meter : meters) {
      double kwh = sum(meter.series());
      parts.add(new Part(meter.name(), kwh, ratio(kwh, total), ratio(sum(pick(meter, alike)), totalAlike),
          Basis.of(meter.series())));
    }
    Basis basis = meters.isEmpty()
        ? Basis.NONE
        : Basis.of(meters.getFirst().series(), pick(meters.getFirst(), alike));
    return new Shares(parts, total, totalAlike, basis);
  }

  private static List<Bucket> pick(Series meter, List<Integer> places) {
    return places.stream().map(meter.series()::get).toList();
  }

  private static double sum(List<Bucket> buckets) {
    return buckets.stream().mapToDouble(Bucket::energyKwh).sum();
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
