package org.semcollector.app.export;

/// How CSV is written.
///
/// @param separator between cells: comma, semicolon, tab or bar
/// @param decimalMark of numbers: point or comma, not the separator
/// @param lineEnd RFC 4180 wants CR LF
/// @param byteOrderMark whether the file starts with U+FEFF, by which Excel knows UTF-8
public record CsvStyle(char separator, char decimalMark, LineEnd lineEnd, boolean byteOrderMark) {
  /// As RFC 4180 has it.
  public static final CsvStyle RFC_4180 = new CsvStyle(',', '.', LineEnd.CRLF, false);

  /// What ends a line.
  public enum LineEnd {
    CRLF("\r\n"), LF("\n");

    private final String text;

    LineEnd(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  public CsvStyle {
    if (",;\t|".indexOf(separator) < 0)
      throw new IllegalArgumentException("a separator is a comma, a semicolon, a tab or a bar");
    if (decimalMark != '.' && decimalMark != ',')
      throw new IllegalArgumentException("a decimal mark is a point or a comma");
    if (separator == decimalMark)
      throw new IllegalArgumentException("the separator cannot also be the decimal mark");
  }
}
