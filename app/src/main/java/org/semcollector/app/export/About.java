package org.semcollector.app.export;

import java.util.List;

/// What a file holds, in words: for formats with room beside the table.
///
/// @param title of the table, "Readings" or "Days"
/// @param lines name and value each
public record About(String title, List<Line> lines) {
  /// One fact.
  public record Line(String name, String value) {}

  public About {
    lines = List.copyOf(lines);
  }
}
