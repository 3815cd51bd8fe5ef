package org.semcollector.app.store.pack;

import java.util.Arrays;

/// Times, packed: how far each is from the meter's own stamp changes only at an outage, and the width of an interval
/// hardly ever. Kept are the changes, as [Varints], all of one column before the next, then the reasons as [Runs]; the
/// whole is deflated, its plain length before it.
public final class TimeCodec {
  /// Three numbers of at most ten bytes, and a run of at most six, for each reading.
  private static final int LONGEST = 36;

  private TimeCodec() {}

  /// @param stamps the meter's own stamps of the readings, ms
  public static byte[] pack(Times times, long[] stamps) {
    var columns = new Varints.Writer();
    long lag = 0;
    for (int i = 0; i < times.count(); i++) {
      long next = times.measured(i) - stamps[i];
      columns.signed(next - lag);
      lag = next;
    }
    long before = 0;
    for (int i = 0; i < times.count(); i++) {
      long next = times.measured(i) - times.earliest(i);
      columns.signed(next - before);
      before = next;
    }
    long after = 0;
    for (int i = 0; i < times.count(); i++) {
      long next = times.latest(i) - times.measured(i);
      columns.signed(next - after);
      after = next;
    }
    Runs.write(columns, times.whyCodes());
    return framed(columns.toBytes());
  }

  private static byte[] framed(byte[] plain) {
    var length = new Varints.Writer();
    length.unsigned(plain.length);
    byte[] head = length.toBytes();
    byte[] body = Deflated.of(plain);
    byte[] framed = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, framed, head.length, body.length);
    return framed;
  }

  /// The times again.
  ///
  /// @param stamps the same as when they were packed
  public static Times unpack(byte[] packed, long[] stamps) throws PackException {
    int count = stamps.length;
    var head = new Varints.Reader(packed);
    long length = head.unsigned();
    if (length > (long) LONGEST * count)
      throw new PackException(length + " bytes of times for " + count + " readings");
    var in = new Varints.Reader(Deflated.plain(packed, head.position(), (int) length));
    var measured = new long[count];
    var earliest = new long[count];
    var latest = new long[count];
    long lag = 0;
    for (int i = 0; i < count; i++) {
      lag += in.signed();
      measured[i] = stamps[i] + lag;
    }
    long before = 0;
    for (int i = 0; i < count; i++) {
      before += in.signed();
      earliest[i] = measured[i] - before;
    }
    long after = 0;
    for (int i = 0; i < count; i++) {
      after += in.signed();
      latest[i] = measured[i] + after;
    }
    return new Times(measured, earliest, latest, reasons(in, count));
  }

  private static int[] reasons(Varints.Reader in, int count) throws PackException {
    int[] why = Runs.read(in, count);
    for (int code : why) {
      if (!Times.WhyCodes.isKnown(code))
        throw new PackException("no reason has the number " + code);
    }
    if (in.hasMore())
      throw new PackException("times are followed by more");
    return why;
  }
}
