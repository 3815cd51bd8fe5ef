package org.semcollector.app.export.xlsx;

import java.util.regex.Pattern;

/// Text as a cell can hold it.
final class SheetText {
  /// A cell holds no more characters.
  static final int LONGEST = 32_767;
  /// "_x0041_" stands for "A" in a cell (ECMA-376, ST_Xstring); a text that looks like it is escaped.
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private SheetText() {}

  static String of(String text) {
    String escaped = ESCAPE.matcher(text).replaceAll("_x005F_");
    return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST);
  }
}
