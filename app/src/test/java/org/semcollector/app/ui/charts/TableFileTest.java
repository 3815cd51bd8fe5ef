package org.semcollector.app.ui.charts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.export.About;
import org.semcollector.app.export.CorrectionNames;
import org.semcollector.app.export.CsvStyle;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.Exported;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.charts.ChartTable.Cell;
import org.semcollector.app.ui.charts.ChartTable.Row;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TableFileTest {
  @TempDir
  Path folder = Path.of("");

  @Test
  void everyRowNamesItsZoneAndWhatTheTimesOfAllMetersComeFrom() throws Exception {
    ChartTable table = new ChartTable(List.of("Time", "Energy, kWh"), List.of(
        row("2026-03-02T08:00:00Z", 1.5), row("2026-03-02T09:00:00Z", Double.NaN)));
    String corrections = CorrectionNames.all(List.of(Exported.corrections("profile", 2),
        Exported.corrections("even", 1), CorrectionNames.NONE, Exported.corrections("even", 1)));
    Path file = folder.resolve("seen.csv");
    new TableFile(table, new About("Energy", List.of()), ZoneOffset.UTC, "Z", corrections, "Zone", "Correction")
        .write(file, (out, _) -> new CsvWriter(out, CsvStyle.RFC_4180), Progress.NONE);
    assertEquals(List.of("Time,\"Energy, kWh\",Zone,Correction",
        "2026-03-02T08:00:00Z,1.5,Z,even/1+profile/2",
        "2026-03-02T09:00:00Z,,Z,even/1+profile/2"), Files.readAllLines(file));
  }

  private static Row row(String at, double kwh) {
    return new Row(List.of(new Cell.Time(at, Instant.parse(at)), new Cell.Figure("", kwh)));
  }
}
