package org.semcollector.app.export;

import java.io.PrintWriter;
import java.util.List;

/// A JSON array with one object per row; empty cells are left out.
public final class JsonWriter implements RowWriter {
  private final PrintWriter out;
  private List<String> columns = List.of();
  private boolean first = true;

  public JsonWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> names) {
    columns = names.stream().map(JsonWriter::quoted).toList();
    out.print("[");
  }

  @Override
  public void row(List<Cell> cells) {
    out.print(first ? "\n{" : ",\n{");
    first = false;
    boolean firstCell = true;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).equals(Cell.EMPTY))
        continue;
      if (!firstCell)
        out.print(',');
      firstCell = false;
      out.print(columns.get(i) + ":" + switch (cells.get(i)) {
        case Cell.Text(String value) -> quoted(value);
        case Cell.Plain(String digits) -> digits;
      });
    }
    out.print("}");
  }

  @Override
  public void end() {
    out.print("\n]\n");
    out.flush();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\')
        quoted.append('\\').append((char) c);
      else if (c < 0x20)
        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
      else
        quoted.append((char) c);
    });
    return quoted.append('"').toString();
  }
}
