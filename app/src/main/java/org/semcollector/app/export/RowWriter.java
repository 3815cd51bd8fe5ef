package org.semcollector.app.export;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/// Writes rows of one table in a format, cell by cell from left to right: no object is made for a cell.
public interface RowWriter {
  /// Once, before the first row.
  void begin(List<String> columns) throws IOException;

  /// Text; the empty text stands for nothing. Never becomes a formula.
  void text(String value) throws IOException;

  void whole(long value) throws IOException;

  /// A number, exactly as the shortest decimal that reads back as itself; not finite = an empty cell.
  void decimal(float value) throws IOException;

  /// A number, see [#decimal(float)].
  void decimal(double value) throws IOException;

  /// An instant in UTC.
  ///
  /// @param epochMillis ms since 1970
  void utc(long epochMillis) throws IOException;

  /// An instant on the clock of a zone.
  void local(long epochMillis, ZoneId zone) throws IOException;

  /// Nothing: not known.
  void empty() throws IOException;

  /// After the last cell of a row; cells left out are empty.
  void endRow() throws IOException;

  /// Once, after the last row. What was written before this is a part of a table; the stream stays open.
  void end() throws IOException;
}
