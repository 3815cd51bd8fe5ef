package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;

/// Readings of a meter by time: packs are unpacked in the order of their first time and merged, so that memory holds
/// the packs that overlap in time, not the range.
final class PackMerge {
  /// Takes readings while the connection is still in use.
  interface Taker {
    void take(Pack pack, int i, StoredReading reading) throws SQLException;
  }

  private final Ssid ssid;
  private final long from;
  private final long to;
  private final Taker taker;
  private final PriorityQueue<Cursor> open = new PriorityQueue<>(Cursor.NEXT_FIRST);

  private PackMerge(Ssid ssid, long from, long to, Taker taker) {
    this.ssid = ssid;
    this.from = from;
    this.to = to;
    this.taker = taker;
  }

  /// @param from smallest measured time wanted, ms since 1970
  /// @param to the first one not wanted
  static void run(Connection connection, int meter, Ssid ssid, long from, long to, Taker taker) throws SQLException {
    var merge = new PackMerge(ssid, from, to, taker);
    for (PackHead head : Packs.overlapping(connection, meter, from, to - 1)) {
      merge.emitBefore(head.firstMeasured());
      merge.add(Packs.load(connection, head));
    }
    merge.emitBefore(Long.MAX_VALUE);
  }

  private void add(Pack pack) throws SQLException {
    int[] order = order(pack);
    if (order.length > 0)
      open.add(new Cursor(pack, pack.decoded(), order));
  }

  /// The readings of a pack that lie in the range, by time.
  private int[] order(Pack pack) {
    var times = pack.times();
    int[] inRange = IntStream.range(0, pack.count())
        .filter(i -> times.measured(i) >= from && times.measured(i) < to).toArray();
    boolean ascending = IntStream.range(1, inRange.length)
        .allMatch(i -> times.measured(inRange[i - 1]) <= times.measured(inRange[i]));
    return ascending
        ? inRange
        : IntStream.of(inRange).boxed().sorted(Comparator.<Integer>comparingLong(times::measured)
            .thenComparing(Comparator.naturalOrder())).mapToInt(Integer::intValue).toArray();
  }

  private void emitBefore(long millis) throws SQLException {
    for (Cursor first = open.peek(); first != null && first.measured() < millis; first = open.peek()) {
      open.remove();
      Cursor second = open.peek();
      do {
        int i = first.index();
        taker.take(first.pack, i, first.pack.reading(ssid, i, first.decoded.get(i)));
        first.at++;
      } while (!first.isDone() && first.measured() < millis
          && (second == null || Cursor.NEXT_FIRST.compare(first, second) < 0));
      if (!first.isDone())
        open.add(first);
    }
  }

  /// Where the merge stands in a pack.
  private static final class Cursor {
    static final Comparator<Cursor> NEXT_FIRST = Comparator.comparingLong(Cursor::measured)
        .thenComparingLong(cursor -> cursor.pack.key(cursor.index()));

    private final Pack pack;
    private final List<Reading> decoded;
    private final int[] order;
    private int at;

    Cursor(Pack pack, List<Reading> decoded, int[] order) {
      this.pack = pack;
      this.decoded = decoded;
      this.order = order;
    }

    boolean isDone() {
      return at == order.length;
    }

    int index() {
      return order[at];
    }

    long measured() {
      return pack.times().measured(order[at]);
    }
  }
}
