package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.ShareSlices;

/// Everything the charts of some meters over one period show.
///
/// @param facts what it was made of
/// @param means mean voltage and current of the first meter, for the overview; empty without meters
/// @param view the chosen view; empty while its hours are still being fetched
/// @param overview few figures, for the overview
/// @param figures all figures; those that need hours say nothing until they are there
/// @param legend meters or phases with their colours, hidden ones too; empty where there is nothing to tell apart
/// @param table the numbers of the view
/// @param note what one should know about the view; may be empty
public record ChartsContent(
    ChartFacts facts,
    EnergyBars bars,
    ShareSlices shares,
    Optional<LinePanels> means,
    Optional<ChartRequest.Content> view,
    List<Figure> overview,
    List<Figure> figures,
    List<LegendEntry> legend,
    ChartTable table,
    String note) {
  /// A meter or phase beside its colour.
  ///
  /// @param series decides the colour
  public record LegendEntry(String name, int series, boolean hidden) {}

  public ChartsContent {
    overview = List.copyOf(overview);
    figures = List.copyOf(figures);
    legend = List.copyOf(legend);
  }

  /// The time shown.
  public Period period() {
    return facts.choice().period();
  }
}
