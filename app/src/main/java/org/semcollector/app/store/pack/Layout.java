package org.semcollector.app.store.pack;

import java.util.Arrays;
import java.util.List;
import org.semcollector.app.store.NewReading;
import org.semcollector.protocol.reading.SavePeriod;

/// Where the readings of a pack stand in their epoch's byte stream, and how the firmware saved them. Packed: the gaps
/// between the positions as [Runs], then the periods as [Runs].
public final class Layout {
  private final int[] positions;
  private final int[] periods;

  private Layout(int[] positions, int[] periods) {
    this.positions = positions;
    this.periods = periods;
  }

  /// @param readings keys ascending
  public static Layout of(List<NewReading> readings) {
    return new Layout(readings.stream().mapToInt(reading -> reading.key().position()).toArray(),
        readings.stream().mapToInt(reading -> code(reading.period())).toArray());
  }

  /// @param firstPosition position of the first reading
  /// @param count how many readings there are
  public static Layout unpack(byte[] packed, int firstPosition, int count) throws PackException {
    var in = new Varints.Reader(packed);
    int[] positions = Runs.read(in, count);
    int at = firstPosition;
    for (int i = 0; i < count; i++) {
      at += positions[i];
      positions[i] = at;
      at++;
    }
    int[] periods = Runs.read(in, count);
    for (int code : periods) {
      if (code < 0 || code > 1)
        throw new PackException("no save period has the number " + code);
    }
    return new Layout(positions, periods);
  }

  public byte[] pack() {
    var gaps = new int[positions.length];
    for (int i = 1; i < gaps.length; i++) {
      gaps[i] = positions[i] - positions[i - 1] - 1;
    }
    var out = new Varints.Writer();
    Runs.write(out, gaps);
    Runs.write(out, periods);
    return out.toBytes();
  }

  public int count() {
    return positions.length;
  }

  public int position(int i) {
    return positions[i];
  }

  public SavePeriod period(int i) {
    return periods[i] == 0 ? SavePeriod.HOUR : SavePeriod.MINUTE;
  }

  /// Which reading stands at a position; negative when none does.
  public int indexOf(int position) {
    return Arrays.binarySearch(positions, position);
  }

  /// The first reading at or after a position; [#count] when there is none.
  public int firstFrom(int position) {
    int found = indexOf(position);
    return found < 0 ? -found - 1 : found;
  }

  /// These and then those.
  public Layout and(Layout more) {
    int[] bothPositions = Arrays.copyOf(positions, count() + more.count());
    int[] bothPeriods = Arrays.copyOf(periods, count() + more.count());
    System.arraycopy(more.positions, 0, bothPositions, count(), more.count());
    System.arraycopy(more.periods, 0, bothPeriods, count(), more.count());
    return new Layout(bothPositions, bothPeriods);
  }

  private static int code(SavePeriod period) {
    return switch (period) {
      case HOUR -> 0;
      case MINUTE -> 1;
    };
  }
}
