package org.semcollector.app.store.pack;

import java.util.Arrays;

/// Numbers of which neighbours are mostly equal: pairs of how often and which.
public final class Runs {
  private Runs() {}

  /// @param values from 0 on
  public static byte[] pack(int[] values) {
    var out = new Varints.Writer();
    write(out, values);
    return out.toBytes();
  }

  static void write(Varints.Writer out, int[] values) {
    for (int from = 0; from < values.length;) {
      int to = from + 1;
      while (to < values.length && values[to] == values[from]) {
        to++;
      }
      out.unsigned(to - from);
      out.unsigned(values[from]);
      from = to;
    }
  }

  /// @param count how many values there are
  public static int[] unpack(byte[] packed, int count) throws PackException {
    return read(new Varints.Reader(packed), count);
  }

  static int[] read(Varints.Reader in, int count) throws PackException {
    var values = new int[count];
    for (int from = 0; from < count;) {
      long length = in.unsigned();
      if (length < 1 || length > count - from)
        throw new PackException("a run of " + length + " values where " + (count - from) + " are left");
      int to = from + (int) length;
      Arrays.fill(values, from, to, (int) in.unsigned());
      from = to;
    }
    return values;
  }
}
