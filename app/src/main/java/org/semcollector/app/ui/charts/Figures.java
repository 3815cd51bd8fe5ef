package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Writes the figures of a chart.
record Figures(Messages messages, Formats formats) {
  /// Total, peak, last reading and how much of the time is covered.
  List<Figure> of(EnergyBars bars, List<MeterRow> meters, ChartLabels labels, Instant now) {
    return List.of(total(bars, labels), peak(bars, labels), last(meters, now), quality(bars.coverage(now), labels));
  }

  private Figure total(EnergyBars bars, ChartLabels labels) {
    boolean any = bars.peak().isPresent();
    return new Figure(messages.text("figure.total"),
        any ? labels.energy(bars.totalKwh(), EnergyUnit.fitting(bars.totalKwh())) : "–", any
            ? messages.text("figure.total.note", bars.meters().size())
            : messages.text("chart.no-data"));
  }

  private Figure peak(EnergyBars bars, ChartLabels labels) {
    Optional<EnergyBar> peak = bars.peak();
    return new Figure(messages.of("figure.peak", bars.bucketUnit()),
        peak.map(bar -> labels.energy(bar.energyKwh().orElse(0), bars.energyUnit())).orElse("–"),
        peak.map(EnergyBar::span).orElse(""));
  }

  private Figure last(List<MeterRow> meters, Instant now) {
    Optional<Instant> last = meters.stream().flatMap(meter -> meter.lastMeasuredAt().stream())
        .max(Comparator.naturalOrder());
    return new Figure(messages.text("figure.last"), last.map(at -> formats.ago(at, now)).orElse("–"),
        last.map(formats::dateTime).orElse(""));
  }

  private Figure quality(OptionalDouble coverage, ChartLabels labels) {
    // rounded down: 99.96 % is not all of it
    return new Figure(messages.text("figure.quality"),
        coverage.isPresent() ? labels.number(Math.floor(coverage.getAsDouble() * 1000) / 10, 1) + "\u00a0%" : "–",
        messages.text("figure.quality.note"));
  }
}
