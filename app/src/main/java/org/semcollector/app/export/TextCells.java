package org.semcollector.app.export;

import java.util.function.Function;

/// Texts as bytes; a text that stands in the same column as in the row before is not encoded anew.
final class TextCells {
  private final Function<String, byte[]> encoding;
  private final String[] last;
  private final byte[][] bytes;

  TextCells(int columns, Function<String, byte[]> encoding) {
    this.encoding = encoding;
    last = new String[columns];
    bytes = new byte[columns][];
  }

  @SuppressWarnings("ReferenceEquality") // the same object is the same text; an equal one only costs more
  byte[] of(int column, String text) {
    if (last[column] != text) {
      last[column] = text;
      bytes[column] = encoding.apply(text);
    }
    return bytes[column];
  }
}
