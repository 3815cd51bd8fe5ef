package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.analysis.DayCurve;
import org.semcollector.app.analysis.KeyFigures;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Writes the figures of a chart.
record Figures(Messages messages, Formats formats, ChartLabels labels) {
  /// Total, highest bar, last reading and how much of the time is covered.
  List<Figure> overview(EnergyBars bars, List<MeterRow> meters, Instant now) {
    Optional<EnergyBar> peak = bars.peak();
    Figure highest = new Figure(messages.of("figure.peak", bars.bucketUnit()),
        peak.map(bar -> labels.energy(bar.energyKwh().orElse(0), bars.energyUnit())).orElse(Figure.NOTHING),
        peak.map(EnergyBar::span).orElse(""));
    return List.of(total(bars, Optional.empty(), meters.size()), highest, last(meters, now),
        quality(bars.coverage(now), false));
  }

  /// All figures; those of the hours only when there are any.
  ///
  /// @param hours empty while they are fetched
  List<Figure> all(EnergyBars bars, ShareSlices shares, ChartFacts facts, Optional<ChartFacts.Hours> hours,
      List<MeterRow> meters,
      EnergySettings prices) {
    List<Figure> figures = new ArrayList<>();
    boolean ofShares = facts.choice().kind() == ChartKind.SHARE;
    figures.add(ofShares ? total(shares, meters.size()) : total(bars, comparison(bars), meters.size()));
    Optional<KeyFigures> key = hours.map(found -> KeyFigures.of(found.total()));
    figures.add(peak(key).with(key.flatMap(KeyFigures::peak)
        .flatMap(peak -> curve(peak, hours.map(ChartFacts.Hours::total).orElse(List.of()), facts.zone()))));
    figures.add(baseLoad(key));
    figures.add(new CostFigure(messages, labels).of(hours, facts.zone(), prices));
    figures.add(quality(ofShares ? coverage(shares) : bars.coverage(facts.now()), true));
    figures.add(last(meters, facts.now()));
    return figures;
  }

  private Figure total(EnergyBars bars, Optional<Double> change, int meters) {
    boolean any = bars.peak().isPresent();
    String note = change.map(more -> messages.text("figure.total.change", labels.change(more)))
        .orElseGet(() -> messages.text("figure.total.note", meters));
    Optional<String> scaled = new ScaledWords(labels, messages).total(bars);
    return new Figure(messages.text("figure.total"),
        any ? labels.energy(bars.totalKwh(), EnergyUnit.fitting(bars.totalKwh())) : Figure.NOTHING,
        any ? scaled.map(said -> said + "; " + note).orElse(note) : messages.text("chart.no-data"));
  }

  /// What the ring shares: each meter's energy over the days of its own zone.
  private Figure total(ShareSlices shares, int meters) {
    String note = messages.text("figure.total.note", meters);
    return shares.slices().isEmpty()
        ? new Figure(messages.text("figure.total"), Figure.NOTHING, messages.text("chart.no-data"))
        : new Figure(messages.text("figure.total"),
            labels.energy(shares.totalKwh(), EnergyUnit.fitting(shares.totalKwh())),
            new ScaledWords(labels, messages).total(shares).map(said -> said + "; " + note).orElse(note));
  }

  private static OptionalDouble coverage(ShareSlices shares) {
    return shares.ranking().stream().mapToDouble(ShareSlices.Slice::coverage).average();
  }

  /// The change of those bars that are complete on both sides, as [Comparison] has it.
  private static Optional<Double> comparison(EnergyBars bars) {
    double now = 0;
    double before = 0;
    for (EnergyBar bar : bars.bars())
      if (bar.state() == EnergyBar.State.COMPLETE && bar.comparedKwh().isPresent()) {
        now += bar.energyKwh().orElse(0);
        before += bar.comparedKwh().getAsDouble();
      }
    return before > 0 ? Optional.of(now / before - 1) : Optional.empty();
  }

  private Figure peak(Optional<KeyFigures> key) {
    String title = messages.text("figure.highest-power");
    if (key.isEmpty())
      return new Figure(title, Figure.NOT_YET, messages.text("figure.hours-loading"));
    return key.get().peak()
        .map(peak -> new Figure(title, labels.power(peak.powerW()), labels.shortHour(peak.from(), peak.to())))
        .orElse(new Figure(title, Figure.NOTHING, messages.text("figure.no-full-hour")));
  }

  /// The day of the highest hour, when nothing of it is missing.
  private Optional<Figure.Curve> curve(KeyFigures.Peak peak, List<Bucket> hours, ZoneId zone) {
    return DayCurve.around(peak.from(), hours, zone).map(course -> new Figure.Curve(course.hourlyW(),
        messages.text("figure.peak-day", labels.span(peak.from(), peak.to(), BucketUnit.DAY),
            labels.power(Collections.min(course.hourlyW())), labels.power(peak.powerW()))));
  }

  private Figure baseLoad(Optional<KeyFigures> key) {
    String title = messages.text("figure.base-load");
    if (key.isEmpty())
      return new Figure(title, Figure.NOT_YET, messages.text("figure.hours-loading"));
    return key.get().baseLoad().isPresent()
        ? new Figure(title, labels.power(key.get().baseLoad().getAsDouble()), messages.text("figure.base-load.note"))
        : new Figure(title, Figure.NOTHING, messages.text("figure.base-load.too-few"));
  }

  private Figure last(List<MeterRow> meters, Instant now) {
    Optional<Instant> last = meters.stream().flatMap(meter -> meter.lastMeasuredAt().stream())
        .max(Comparator.naturalOrder());
    return new Figure(messages.text("figure.last"), last.map(at -> formats.ago(at, now)).orElse(Figure.NOTHING),
        last.map(formats::dateTime).orElse(""));
  }

  private Figure quality(OptionalDouble coverage, boolean gauge) {
    // rounded down: 99.96 % is not all of it
    return new Figure(messages.text("figure.quality"),
        coverage.isPresent()
            ? labels.number(Math.floor(coverage.getAsDouble() * 1000) / 10, 1) + "\u00a0%"
            : Figure.NOTHING,
        messages.text("figure.quality.note"), gauge ? coverage : OptionalDouble.empty());
  }
}
