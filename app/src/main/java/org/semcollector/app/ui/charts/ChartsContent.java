package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.chart.CurrentVoltageLines;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.ShareSlices;

/// Everything the charts of some meters over one period show.
///
/// @param lines voltage and current of the first meter; empty without meters
public record ChartsContent(
    Period period,
    EnergyBars bars,
    ShareSlices shares,
    Optional<CurrentVoltageLines> lines,
    List<Figure> figures) {
  public ChartsContent {
    figures = List.copyOf(figures);
  }
}
