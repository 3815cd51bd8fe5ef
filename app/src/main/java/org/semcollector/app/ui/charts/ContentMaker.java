package org.semcollector.app.ui.charts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.semcollector.app.chart.BucketLines;
import org.semcollector.app.chart.ChartContents;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.GapCause;
import org.semcollector.app.chart.HeatGrid;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.ProfileLines;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.charts.ChartsContent.LegendEntry;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Makes what is shown of what was fetched.
record ContentMaker(Messages messages, Formats formats) {
  /// @param hours empty while they are fetched
  /// @param hidden names of meters or phases that are not shown
  ChartsContent content(ChartFacts facts, Optional<ChartFacts.Hours> hours, List<MeterRow> meters, Set<String> hidden,
      EnergySettings prices) {
    ChartLabels labels = new ChartLabels(facts.zone(), formats.locale());
    ChartContents make = new ChartContents(labels, messages.text("chart.others"));
    EnergyBars bars = make.bars(facts, hidden);
    Optional<Content> view = view(facts, hours, hidden, bars, make);
    Figures figures = new Figures(messages, formats, labels);
    ShareSlices shares = make.shares(facts, hidden);
    return new ChartsContent(facts, bars, shares,
        facts.series().stream().filter(one -> !one.buckets().isEmpty()).findFirst()
            .map(first -> BucketLines.currentAndVoltage(first, labels.locale())),
        view, figures.overview(bars, meters, facts.now()), figures.all(bars, shares, facts, hours, meters, prices),
        legend(facts, hours, hidden, bars),
        view.map(new ChartTables(labels, messages)::of).orElse(ChartTable.EMPTY), note(facts, bars, shares, meters));
  }

  private Optional<Content> view(ChartFacts facts, Optional<ChartFacts.Hours> hours, Set<String> hidden,
      EnergyBars bars, ChartContents make) {
    ZoneId zone = facts.zone();
    return switch (facts.choice().kind()) {
      case ENERGY -> Optional.of(new Content.Energy(bars));
      case SHARE -> Optional.of(new Content.Share(make.shares(facts, hidden)));
      case CURRENT_VOLTAGE, POWER -> facts.lines().map(lines -> new Content.Lines(make.lines(lines, hidden)));
      case HEAT_MAP -> hours.map(found -> new Content.Heat(HeatGrid.byDay(found.total(), zone, formats.locale())));
      case WEEK_MAP -> hours.map(found -> new Content.Heat(HeatGrid.byWeekday(found.total(), zone, formats.locale())));
      case DURATION -> hours.map(found -> new Content.Duration(make.durations(found, hidden,
          messages.text("chart.together"), new GapCause.Known(Optional.empty(), Optional.empty(), facts.now()))));
      case PROFILE -> hours.map(found -> new Content.Profile(ProfileLines.of(found.total(), zone, formats.locale())));
    };
  }

  private List<LegendEntry> legend(ChartFacts facts, Optional<ChartFacts.Hours> hours, Set<String> hidden,
      EnergyBars bars) {
    ChartKind kind = facts.choice().kind();
    if (kind == ChartKind.PROFILE)
      return List.of(new LegendEntry(messages.text("chart.profile.weekdays"), 0, false),
          new LegendEntry(messages.text("chart.profile.weekends"), 1, false));
    List<String> names = switch (kind) {
      case ENERGY -> facts.series().size() > ShareSlices.LIMIT && hidden.isEmpty()
          ? bars.meters()
          : facts.series().stream().map(series -> series.meter()).toList();
      case CURRENT_VOLTAGE, POWER -> facts.lines().map(ContentMaker::names).orElse(List.of());
      case DURATION -> hours.map(found -> found.each().stream().map(series -> series.meter()).toList())
          .orElse(List.of());
      default -> List.of();
    };
    return names.size() < 2 ? List.of() : entries(names, hidden, kind == ChartKind.ENERGY, bars);
  }

  private static List<LegendEntry> entries(List<String> names, Set<String> hidden, boolean stacked, EnergyBars bars) {
    List<LegendEntry> entries = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int place = bars.meters().indexOf(names.get(i));
      entries.add(new LegendEntry(names.get(i), stacked ? Math.max(0, place) : i, hidden.contains(names.get(i))));
    }
    return entries;
  }

  private static List<String> names(LinePanels lines) {
    return lines.panels().stream().findFirst().map(panel -> panel.traces().stream().map(LinePanels.Trace::name)
        .toList()).orElse(List.of());
  }

  private String note(ChartFacts facts, EnergyBars bars, ShareSlices shares, List<MeterRow> meters) {
    StringJoiner note = new StringJoiner(" ");
    boolean factor = bars.scaled().isPresent() || shares.scaledKwh().isPresent();
    if (factor && !facts.choice().kind().needsReadings())
      note.add(messages.text("charts.note.raw"));
    String more = note(facts, meters);
    if (!more.isEmpty())
      note.add(more);
    return note.toString();
  }

  private String note(ChartFacts facts, List<MeterRow> meters) {
    long zones = meters.stream().map(MeterRow::zone).distinct().count();
    if (facts.choice().kind().needsReadings() && facts.series().size() > ChartReview.MOST_LINES)
      return messages.text("charts.note.first-lines", ChartReview.MOST_LINES, facts.series().size());
    if (zones > 1)
      return facts.choice().kind() == ChartKind.SHARE
          ? messages.text("charts.note.own-zones")
          : messages.text("charts.note.zones", facts.zone().getId());
    return facts.choice().kind().needsReadings() ? messages.text("charts.note.near-end") : "";
  }
}
