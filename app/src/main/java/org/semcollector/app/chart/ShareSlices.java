package org.semcollector.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How the energy of a period is shared among meters.
///
/// @param slices largest first; small ones beyond the limit are put together at the end
public record ShareSlices(List<Slice> slices, double totalKwh, EnergyUnit unit) {
  /// One meter's share.
  ///
  /// @param series place of the meter in its list, which decides its colour
  /// @param share 0 to 1
  public record Slice(String name, int series, double energyKwh, double share) {}

  /// How many slices one can still tell apart by colour.
  public static final int LIMIT = 8;

  public ShareSlices {
    slices = List.copyOf(slices);
  }

  /// Shares of meters with energy; meters without any get no slice.
  ///
  /// @param others the name for all meters beyond [#LIMIT] together
  public static ShareSlices of(List<MeterBuckets> meters, String others) {
    double total = meters.stream().mapToDouble(MeterBuckets::energyKwh).sum();
    List<Slice> all = new ArrayList<>(IntStream.range(0, meters.size())
        .mapToObj(i -> slice(meters.get(i).meter(), i, meters.get(i).energyKwh(), total))
        .filter(slice -> slice.energyKwh() > 0)
        .sorted(Comparator.comparingDouble(Slice::energyKwh).reversed())
        .toList());
    if (all.size() > LIMIT) {
      List<Slice> rest = all.subList(LIMIT - 1, all.size());
      Slice together = slice(others, LIMIT - 1, rest.stream().mapToDouble(Slice::energyKwh).sum(), total);
      all = new ArrayList<>(all.subList(0, LIMIT - 1));
      all.add(together);
    }
    return new ShareSlices(all, total, EnergyUnit.fitting(total));
  }

  private static Slice slice(String name, int series, double kwh, double total) {
    return new Slice(name, series, kwh, total > 0 ? kwh / total : 0);
  }
}
