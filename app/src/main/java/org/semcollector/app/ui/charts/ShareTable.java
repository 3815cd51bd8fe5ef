package org.semcollector.app.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.ui.charts.ChartTable.Cell;
import org.semcollector.app.ui.charts.ChartTable.Row;
import org.semcollector.app.ui.fx.Messages;

/// Ranks the meters: each has its row, those that the ring puts together too.
record ShareTable(ChartLabels labels, Messages messages) {
  ChartTable of(ShareSlices slices) {
    boolean scaled = slices.scaledKwh().isPresent();
    List<String> columns = new ArrayList<>(List.of(messages.text("table.meter"), messages.text("table.energy"),
        messages.text("table.share")));
    if (scaled)
      columns.addAll(List.of(messages.text("table.scaled"), messages.text("table.scaled-share")));
    columns.add(messages.text("table.covered"));
    List<Row> rows = new ArrayList<>();
    for (ShareSlices.Slice slice : slices.ranking()) {
      List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(slice.name()), known(slice, slice.energyKwh(), 3),
          known(slice, slice.share() * 100, 1)));
      if (scaled)
        cells.addAll(List.of(known(slice, slice.scaledKwh().orElse(0), 3),
            known(slice, slice.scaledShare().orElse(0) * 100, 1)));
      double covered = Math.floor(slice.coverage() * 1000) / 10;
      cells.add(new Cell.Figure(labels.number(covered, 1), covered));
      rows.add(new Row(cells));
    }
    return new ChartTable(columns, slices.slices().isEmpty() ? List.of() : rows);
  }

  /// A meter without readings has no energy of zero.
  private Cell known(ShareSlices.Slice slice, double value, int decimals) {
    return slice.coverage() > 0
        ? new Cell.Figure(labels.number(value, decimals), value)
        : new Cell.Figure("", Double.NaN);
  }
}
