package org.semcollector.app.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.semcollector.app.export.About;
import org.semcollector.app.export.RowWriter;

/// One table over as many sheets as it needs, each with the header frozen on top, and a sheet about it at the end. Rows
/// leave memory in packs.
final class XlsxWriter implements RowWriter {
  /// A sheet has no more rows.
  static final int MOST_ROWS = Worksheet.MAX_ROWS;
  private static final String APPLICATION = "SEM Collector";
  private static final String UTC_FORMAT = "yyyy-mm-dd hh:mm:ss.000";
  private static final String LOCAL_FORMAT = "yyyy-mm-dd hh:mm:ss";
  private static final int FLUSH_EVERY = 500;
  private static final double WIDTH = 18;
  private static final double WIDE = 26;
  /// A spreadsheet keeps numbers as doubles: longer whole numbers would change.
  private static final long EXACT = 1L << 53;

  private final Workbook workbook;
  private final About about;
  private final int mostRows;
  private List<String> columns = List.of();
  private Worksheet sheet;
  private int row;
  private int column;

  XlsxWriter(OutputStream out, About about) {
    this(out, about, MOST_ROWS);
  }

  XlsxWriter(OutputStream out, About about, int mostRows) {
    workbook = new Workbook(out, APPLICATION, null);
    this.about = about;
    this.mostRows = mostRows;
    sheet = workbook.newWorksheet(about.title());
  }

  @Override
  public void begin(List<String> names) throws IOException {
    columns = names;
    header();
  }

  @Override
  public void text(String value) {
    if (!value.isEmpty())
      sheet.inlineString(row, column, SheetText.of(value));
    column++;
  }

  @Override
  public void whole(long value) {
    if (Math.abs(value) > EXACT || value == Long.MIN_VALUE)
      sheet.inlineString(row, column, Long.toString(value));
    else
      sheet.value(row, column, value);
    column++;
  }

  @Override
  public void decimal(float value) {
    if (Float.isFinite(value))
      sheet.value(row, column, value);
    column++;
  }

  @Override
  public void decimal(double value) {
    if (Double.isFinite(value))
      sheet.value(row, column, value);
    column++;
  }

  @Override
  public void utc(long epochMillis) {
    time(epochMillis, ZoneOffset.UTC, UTC_FORMAT);
  }

  @Override
  public void local(long epochMillis, ZoneId zone) {
    time(epochMillis, zone, LOCAL_FORMAT);
  }

  @Override
  public void empty() {
    column++;
  }

  @Override
  public void endRow() throws IOException {
    row++;
    column = 0;
    if (row % FLUSH_EVERY == 0)
      sheet.flush();
    if (row == mostRows) {
      sheet.finish();
      sheet = workbook.newWorksheet(about.title());
      header();
    }
  }

  @Override
  public void end() throws IOException {
    sheet.finish();
    Worksheet page = workbook.newWorksheet("About");
    page.width(0, WIDE);
    page.width(1, 3 * WIDE);
    for (int i = 0; i < about.lines().size(); i++) {
      page.inlineString(i, 0, SheetText.of(about.lines().get(i).name()));
      page.style(i, 0).bold().set();
      page.inlineString(i, 1, SheetText.of(about.lines().get(i).value()));
    }
    workbook.finish();
  }

  private void header() {
    row = 0;
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, SheetText.of(columns.get(i)));
      sheet.style(0, i).bold().set();
      sheet.width(i, columns.get(i).length() > 12 ? WIDE : WIDTH);
    }
    row = 1;
    column = 0;
  }

  /// Dates of a spreadsheet have no zone: they show what the clock showed.
  private void time(long epochMillis, ZoneId zone, String format) {
    sheet.value(row, column, LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), zone));
    sheet.style(row, column).format(format).set();
    column++;
  }
}
