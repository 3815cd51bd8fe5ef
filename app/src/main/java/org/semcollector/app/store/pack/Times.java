package org.semcollector.app.store.pack;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;

/// When neighbouring readings were taken, in columns. Whole milliseconds since 1970.
public final class Times {
  private final long[] measured;
  private final long[] earliest;
  private final long[] latest;
  private final int[] why;

  Times(long[] measured, long[] earliest, long[] latest, int[] why) {
    this.measured = measured;
    this.earliest = earliest;
    this.latest = latest;
    this.why = why;
  }

  /// The same times; what is finer than a millisecond is dropped.
  public static Times of(List<CorrectedTime> times) {
    int count = times.size();
    var made = new Times(new long[count], new long[count], new long[count], new int[count]);
    for (int i = 0; i < count; i++) {
      CorrectedTime time = times.get(i);
      made.measured[i] = time.measuredAt().toEpochMilli();
      made.earliest[i] = time.earliest().toEpochMilli();
      made.latest[i] = time.latest().toEpochMilli();
      made.why[i] = WhyCodes.of(time.why());
    }
    return made;
  }

  public int count() {
    return measured.length;
  }

  /// The measured time of one reading, ms since 1970.
  public long measured(int i) {
    return measured[i];
  }

  public CorrectedTime get(int i) {
    return new CorrectedTime(Instant.ofEpochMilli(measured[i]), Instant.ofEpochMilli(earliest[i]),
        Instant.ofEpochMilli(latest[i]), WhyCodes.why(why[i]));
  }

  /// Whether a reading has the same time here and there, in all that is kept of it.
  public boolean sameAt(int i, Times other, int there) {
    return measured[i] == other.measured[there] && earliest[i] == other.earliest[there]
        && latest[i] == other.latest[there] && why[i] == other.why[there];
  }

  /// The smallest measured time; there must be one.
  public long first() {
    return Arrays.stream(measured).min().orElseThrow();
  }

  /// The largest measured time; there must be one.
  public long last() {
    return Arrays.stream(measured).max().orElseThrow();
  }

  /// The times from one reading to another one, that one excluded.
  public Times slice(int from, int to) {
    return new Times(Arrays.copyOfRange(measured, from, to), Arrays.copyOfRange(earliest, from, to),
        Arrays.copyOfRange(latest, from, to), Arrays.copyOfRange(why, from, to));
  }

  /// These and then those.
  public Times and(Times more) {
    return new Times(join(measured, more.measured), join(earliest, more.earliest), join(latest, more.latest),
        joinCodes(why, more.why));
  }

  /// With other times from one reading on.
  public Times with(int from, Times others) {
    return slice(0, from).and(others).and(slice(from + others.count(), count()));
  }

  /// The earliest time of one reading, ms since 1970.
  public long earliest(int i) {
    return earliest[i];
  }

  /// The latest time of one reading, ms since 1970.
  public long latest(int i) {
    return latest[i];
  }

  /// What its time rests on.
  public Why why(int i) {
    return WhyCodes.why(why[i]);
  }

  int[] whyCodes() {
    return why;
  }

  private static long[] join(long[] left, long[] right) {
    long[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static int[] joinCodes(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  /// The numbers that stand for reasons in packs; fixed for ever, unlike the order of names in the code.
  static final class WhyCodes {
    private static final Why[] BY_CODE = {Why.RAW, Why.CLOCK_SET, Why.BEFORE_FIRST_OUTAGE, Why.VISIT, Why.SHARED_OUT,
        Why.CLOCK_NEVER_SET, Why.PHONE_APP, Why.LOAD_PROFILE, Why.NEXT_VISIT, Why.BEACON_UPTIME, Why.PIN, Why.RESTART};

    private WhyCodes() {}

    static int of(Why why) {
      return switch (why) {
        case RAW -> 0;
        case CLOCK_SET -> 1;
        case BEFORE_FIRST_OUTAGE -> 2;
        case VISIT -> 3;
        case SHARED_OUT -> 4;
        case CLOCK_NEVER_SET -> 5;
        case PHONE_APP -> 6;
        case LOAD_PROFILE -> 7;
        case NEXT_VISIT -> 8;
        case BEACON_UPTIME -> 9;
        case PIN -> 10;
        case RESTART -> 11;
      };
    }

    static Why why(int code) {
      return BY_CODE[code];
    }

    static boolean isKnown(int code) {
      return code >= 0 && code < BY_CODE.length;
    }
  }
}
