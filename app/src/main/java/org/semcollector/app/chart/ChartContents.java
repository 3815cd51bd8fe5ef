package org.semcollector.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.rollup.Bucket;

/// Makes charts of what was fetched; quick enough for every change of what is shown of it.
///
/// @param others the name for all meters beyond those that colours can tell apart
public record ChartContents(ChartLabels labels, String others) {
  /// The bars.
  ///
  /// @param hidden names of meters or phases that are not to be shown
  public EnergyBars bars(ChartFacts facts, Set<String> hidden) {
    List<MeterBuckets> each = visible(facts.series(), hidden);
    List<MeterBuckets> shown = stacked(each);
    List<MeterBuckets> before = visible(facts.before(), hidden);
    List<OptionalDouble> compared = compared(facts, shown, before.stream().map(MeterBuckets::buckets).toList());
    return EnergyBars.of(facts.choice().buckets(), shown, compared, labels).with(ScaledEnergy.of(each,
        compared(facts, shown, before.stream().map(MeterBuckets::scaledBuckets).toList())));
  }

  /// The shares of meters.
  public ShareSlices shares(ChartFacts facts, Set<String> hidden) {
    List<EnergyPart> parts = facts.shares().isEmpty()
        ? facts.series().stream().map(EnergyPart::of).toList()
        : facts.shares();
    return ShareSlices.of(parts.stream().filter(part -> !hidden.contains(part.meter())).toList(), others);
  }

  /// The lines without those hidden.
  public LinePanels lines(LinePanels all, Set<String> hidden) {
    return new LinePanels(all.from(), all.to(), all.panels().stream().map(panel -> new LinePanels.Panel(
        panel.quantity(), panel.axis(),
        panel.traces().stream().filter(trace -> !hidden.contains(trace.name())).toList())).toList(), all.uncertain());
  }

  /// The curves of each meter; of too many one of all together.
  public DurationCurves durations(ChartFacts.Hours hours, Set<String> hidden, String together,
      GapCause.Known known) {
    List<MeterBuckets> each = hours.each().isEmpty()
        ? List.of(new MeterBuckets(together, hours.total(), known))
        : hours.each();
    DurationCurves all = DurationCurves.of(each, labels.locale());
    return new DurationCurves(all.curves().stream().filter(curve -> !hidden.contains(curve.name())).toList(),
        all.axis());
  }

  /// Meters and phases, without those hidden.
  static List<MeterBuckets> visible(List<MeterBuckets> series, Set<String> hidden) {
    return series.stream().filter(one -> !hidden.contains(one.meter())).toList();
  }

  /// As many as colours can tell apart; the smallest together as one.
  private List<MeterBuckets> stacked(List<MeterBuckets> series) {
    if (series.size() <= ShareSlices.LIMIT)
      return series;
    List<MeterBuckets> byEnergy = series.stream()
        .sorted(Comparator.comparingDouble(MeterBuckets::energyKwh).reversed()).toList();
    List<MeterBuckets> kept = new ArrayList<>(byEnergy.subList(0, ShareSlices.LIMIT - 1));
    List<MeterBuckets> rest = byEnergy.subList(ShareSlices.LIMIT - 1, byEnergy.size());
    kept.add(new MeterBuckets(others, BucketSum.of(rest.stream().map(MeterBuckets::buckets).toList()),
        rest.getFirst().known()));
    return kept;
  }

  /// @param before the buckets of each meter in the time that is compared with
  private static List<OptionalDouble> compared(ChartFacts facts, List<MeterBuckets> shown, List<List<Bucket>> before) {
    if (before.isEmpty() || shown.isEmpty())
      return List.of();
    Comparison comparison = Comparison.of(shown.getFirst().buckets(), BucketSum.of(before), facts.zone(),
        ChartReview.shift(facts.choice()));
    return comparison.pairs().stream().map(pair -> pair.before().filter(earlier -> !earlier.isGap())
        .map(earlier -> OptionalDouble.of(earlier.energyKwh())).orElse(OptionalDouble.empty())).toList();
  }
}
