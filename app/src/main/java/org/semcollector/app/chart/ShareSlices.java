package org.semcollector.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How the energy of a period is shared among meters.
///
/// @param slices those with energy, largest first; small ones beyond the limit are put together at the end
/// @param ranking every meter, largest first; those of which nothing is known are the last
/// @param totalKwh raw
/// @param scaledKwh the same with the energy factors of those meters that have one; empty when none has
/// @param unit that of the meters' energies, by the largest of them: all meters together may be a hundred times that
public record ShareSlices(
    List<Slice> slices,
    List<Slice> ranking,
    double totalKwh,
    OptionalDouble scaledKwh,
    EnergyUnit unit) {
  /// One meter's share.
  ///
  /// @param series decides its colour: its place in the list of meters; of more than [#LIMIT] its rank, as in bars
  /// @param energyKwh raw
  /// @param share of the raw energy of all, 0 to 1
  /// @param scaledKwh the energy with its factor, or raw for a meter without one; empty when no meter has one
  /// @param scaledShare share of the energy with factors of all, 0 to 1; empty when no meter has one
  /// @param coverage share of the time that readings cover, 0 to 1; 0 = nothing is known
  public record Slice(
      String name,
      int series,
      double energyKwh,
      double share,
      OptionalDouble scaledKwh,
      OptionalDouble scaledShare,
      double coverage) {
    Slice inColour(int other) {
      return new Slice(name, other, energyKwh, share, scaledKwh, scaledShare, coverage);
    }
  }

  /// How many slices one can still tell apart by colour.
  public static final int LIMIT = 8;
  /// Nothing to share.
  public static final ShareSlices NONE = of(List.of(), "");

  public ShareSlices {
    slices = List.copyOf(slices);
    ranking = List.copyOf(ranking);
  }

  /// Shares of meters with energy; meters without any get no slice.
  ///
  /// @param others the name for all meters beyond [#LIMIT] together
  public static ShareSlices of(List<EnergyPart> meters, String others) {
    double total = meters.stream().mapToDouble(EnergyPart::energyKwh).sum();
    boolean factors = meters.stream().anyMatch(meter -> meter.energyFactor().isPresent());
    OptionalDouble scaled = factors
        ? OptionalDouble.of(meters.stream().mapToDouble(EnergyPart::scaledKwh).sum())
        : OptionalDouble.empty();
    List<Slice> ranking = IntStream.range(0, meters.size()).mapToObj(i -> slice(meters.get(i), i, total, scaled))
        .sorted(Comparator.comparing((Slice slice) -> slice.coverage() == 0)
            .thenComparing(Comparator.comparingDouble(Slice::energyKwh).reversed()))
        .toList();
    List<Slice> slices = ranking.stream().filter(slice -> slice.energyKwh() > 0).toList();
    return new ShareSlices(meters.size() > LIMIT ? limited(slices, others) : slices, ranking, total, scaled,
        EnergyUnit.fitting(slices.isEmpty() ? 0 : slices.getFirst().energyKwh()));
  }

  /// The largest in the colours of their rank, the rest together.
  private static List<Slice> limited(List<Slice> all, String others) {
    int kept = all.size() > LIMIT ? LIMIT - 1 : all.size();
    List<Slice> limited = new ArrayList<>();
    for (int rank = 0; rank < kept; rank++)
      limited.add(all.get(rank).inColour(rank));
    if (kept < all.size())
      limited.add(together(all.subList(kept, all.size()), others));
    return limited;
  }

  private static Slice together(List<Slice> rest, String others) {
    boolean factors = rest.getFirst().scaledKwh().isPresent();
    return new Slice(others, LIMIT - 1, rest.stream().mapToDouble(Slice::energyKwh).sum(),
        rest.stream().mapToDouble(Slice::share).sum(),
        factors
            ? OptionalDouble.of(rest.stream().mapToDouble(slice -> slice.scaledKwh().orElse(0)).sum())
            : OptionalDouble.empty(),
        factors
            ? OptionalDouble.of(rest.stream().mapToDouble(slice -> slice.scaledShare().orElse(0)).sum())
            : OptionalDouble.empty(),
        rest.stream().mapToDouble(Slice::coverage).average().orElse(0));
  }

  private static Slice slice(EnergyPart part, int series, double total, OptionalDouble scaled) {
    return new Slice(part.meter(), series, part.energyKwh(), ratio(part.energyKwh(), total),
        scaled.isPresent() ? OptionalDouble.of(part.scaledKwh()) : OptionalDouble.empty(),
        scaled.isPresent() ? OptionalDouble.of(ratio(part.scaledKwh(), scaled.getAsDouble())) : OptionalDouble.empty(),
        part.coverage());
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
