package org.semcollector.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/// A JSON array with one object per row, in UTF-8; empty cells are left out.
public final class JsonWriter implements RowWriter {
  private final ByteSink out;
  private final TimeText utc = new TimeText(ZoneOffset.UTC, true);
  private final LocalTimes locals = new LocalTimes();
  private List<byte[]> names = List.of();
  private TextCells texts = new TextCells(0, JsonWriter::encoded);
  private boolean firstRow = true;
  private boolean rowOpen;
  private boolean firstCell = true;
  private int column;

  public JsonWriter(OutputStream out) {
    this.out = new ByteSink(out);
  }

  @Override
  public void begin(List<String> columns) throws IOException {
    names = columns.stream().map(name -> (quoted(name) + ":").getBytes(StandardCharsets.UTF_8)).toList();
    texts = new TextCells(columns.size(), JsonWriter::encoded);
    out.put('[');
  }

  @Override
  public void text(String value) throws IOException {
    if (value.isEmpty()) {
      empty();
      return;
    }
    name();
    out.put(texts.of(column - 1, value));
  }

  @Override
  public void whole(long value) throws IOException {
    name();
    out.whole(value);
  }

  @Override
  public void decimal(float value) throws IOException {
    if (!Float.isFinite(value)) {
      empty();
      return;
    }
    name();
    out.decimal(value, '.');
  }

  @Override
  public void decimal(double value) throws IOException {
    if (!Double.isFinite(value)) {
      empty();
      return;
    }
    name();
    out.decimal(value, '.');
  }

  @Override
  public void utc(long epochMillis) throws IOException {
    time(utc, epochMillis);
  }

  @Override
  public void local(long epochMillis, ZoneId zone) throws IOException {
    time(locals.of(zone), epochMillis);
  }

  @Override
  public void empty() throws IOException {
    row();
    column++;
  }

  @Override
  public void endRow() throws IOException {
    row();
    out.put('}');
    rowOpen = false;
    firstCell = true;
    column = 0;
  }

  @Override
  public void end() throws IOException {
    out.put("\n]\n");
    out.flush();
  }

  private void time(TimeText text, long epochMillis) throws IOException {
    name();
    out.put('"');
    out.time(text, epochMillis);
    out.put('"');
  }

  private void row() throws IOException {
    if (rowOpen)
      return;
    out.put(firstRow ? "\n{" : ",\n{");
    firstRow = false;
    rowOpen = true;
  }

  private void name() throws IOException {
    row();
    if (!firstCell)
      out.put(',');
    firstCell = false;
    out.put(names.get(column++));
  }

  private static byte[] encoded(String text) {
    return quoted(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    // a text with half a character in it cannot stand in UTF-8: its halves are escaped
    boolean halves = !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\')
        quoted.append('\\').append(c);
      else if (c < 0x20 || (halves && Character.isSurrogate(c)))
        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
      else
        quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
