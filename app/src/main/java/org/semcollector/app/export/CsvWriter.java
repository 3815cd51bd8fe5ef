package org.semcollector.app.export;

import java.io.PrintWriter;
import java.util.List;

/// CSV as RFC 4180 has it, with LF line ends and UTF-8 left to the caller. Text that a spreadsheet would take for a
/// formula is given a leading apostrophe.
public final class CsvWriter implements RowWriter {
  private final PrintWriter out;

  public CsvWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> columns) {
    out.print(String.join(",", columns));
    out.print('\n');
  }

  @Override
  public void row(List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0)
        out.print(',');
      out.print(switch (cells.get(i)) {
        case Cell.Text(String value) -> quoted(harmless(value));
        case Cell.Plain(String digits) -> digits;
      });
    }
    out.print('\n');
  }

  @Override
  public void end() {
    out.flush();
  }

  private static String harmless(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
