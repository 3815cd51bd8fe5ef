package org.semcollector.app.ui.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.export.About;
import org.semcollector.app.export.ExportException;
import org.semcollector.app.export.ExportFile;
import org.semcollector.app.export.RowWriter;
import org.semcollector.app.export.Rows;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;

/// Writes the numbers that are seen into a file: numbers as numbers, times on the clock of their zone, and zone and
/// correction in every row.
///
/// @param days zone on whose clock times are written
/// @param zones whose days are counted, as said in every row
/// @param corrections what the times come from, estimator and version; empty = unknown
/// @param zone name of the column of the zone
/// @param correction name of the column of the corrections
record TableFile(ChartTable table, About about, ZoneId days, String zones, String corrections, String zone,
    String correction) {
  Rows write(Path file, SpreadsheetFormat format, Progress progress) throws ExportException, StoreException {
    return ExportFile.write(file, out -> write(out, format, progress));
  }

  private Rows write(OutputStream out, SpreadsheetFormat format, Progress progress) throws IOException {
    RowWriter writer = format.open(out, about);
    List<String> columns = new ArrayList<>(table.columns());
    columns.add(zone);
    columns.add(correction);
    writer.begin(columns);
    long count = 0;
    for (ChartTable.Row row : table.rows()) {
      if (progress.cancelled())
        return new Rows(count, false);
      for (ChartTable.Cell cell : row.cells())
        write(cell, writer);
      writer.text(zones);
      writer.text(corrections);
      writer.endRow();
      progress.at(++count, table.rows().size());
    }
    writer.end();
    return new Rows(count, true);
  }

  private void write(ChartTable.Cell cell, RowWriter writer) throws IOException {
    switch (cell) {
      case ChartTable.Cell.Words(String text) -> writer.text(text);
      case ChartTable.Cell.Figure(_, double value) -> writer.decimal(value);
      case ChartTable.Cell.Time(_, var at) -> writer.local(at.toEpochMilli(), days);
    }
  }
}
