package org.semcollector.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// CSV as RFC 4180 has it, in UTF-8. Text that a spreadsheet would take for a formula is given a leading apostrophe;
/// numbers stay numbers.
public final class CsvWriter implements RowWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final String TO_BE_QUOTED = ",;|\"\t\r\n";

  private final ByteSink out;
  private final CsvStyle style;
  private final byte[] lineEnd;
  private final TimeText utc = new TimeText(ZoneOffset.UTC, true);
  private final LocalTimes locals = new LocalTimes();
  private TextCells texts = new TextCells(0, CsvWriter::encoded);
  private int columns;
  private int column;

  public CsvWriter(OutputStream out, CsvStyle style) {
    this.out = new ByteSink(out);
    this.style = style;
    this.lineEnd = style.lineEnd().text().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void begin(List<String> names) throws IOException {
    columns = names.size();
    texts = new TextCells(columns, CsvWriter::encoded);
    if (style.byteOrderMark())
      out.put("\ufeff");
    for (String name : names)
      text(name);
    endRow();
  }

  @Override
  public void text(String value) throws IOException {
    cell();
    out.put(texts.of(column - 1, value));
  }

  @Override
  public void whole(long value) throws IOException {
    cell();
    out.whole(value);
  }

  @Override
  public void decimal(float value) throws IOException {
    cell();
    if (Float.isFinite(value))
      out.decimal(value, style.decimalMark());
  }

  @Override
  public void decimal(double value) throws IOException {
    cell();
    if (Double.isFinite(value))
      out.decimal(value, style.decimalMark());
  }

  @Override
  public void utc(long epochMillis) throws IOException {
    cell();
    out.time(utc, epochMillis);
  }

  @Override
  public void local(long epochMillis, ZoneId zone) throws IOException {
    cell();
    out.time(locals.of(zone), epochMillis);
  }

  @Override
  public void empty() throws IOException {
    cell();
  }

  @Override
  public void endRow() throws IOException {
    while (column < columns)
      cell();
    column = 0;
    out.put(lineEnd);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void cell() throws IOException {
    if (column > 0)
      out.put(style.separator());
    column++;
  }

  private static byte[] encoded(String value) {
    return quoted(harmless(value)).getBytes(StandardCharsets.UTF_8);
  }

  private static String harmless(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  /// What any separator would cut is quoted, whichever is used: programs guess.
  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> TO_BE_QUOTED.indexOf(c) >= 0);
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
