package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Readings of a meter by time: packs are unpacked in the order of their first time and merged, so that memory holds
/// the packs that overlap in time, not the range.
final class PackMerge {
  /// Takes readings while the connection is still in use.
  interface Taker {
    /// @param view shows the reading, until the next one is taken
    void take(Pack pack, int i, PackView view);
  }

  private final long from;
  private final long to;
  private final Taker taker;
  private final PriorityQueue<Cursor> open = new PriorityQueue<>(Cursor.NEXT_FIRST);

  private PackMerge(long from, long to, Taker taker) {
    this.from = from;
    this.to = to;
    this.taker = taker;
  }

  /// @param from smallest measured time wanted, ms since 1970
  /// @param to the first one not wanted
  static void run(Connection connection, int meter, long from, long to, Taker taker) throws SQLException {
    var merge = new PackMerge(from, to, taker);
    for (PackHead head : Packs.overlapping(connection, meter, from, to - 1)) {
      merge.emitBefore(head.firstMeasured());
      merge.add(Packs.load(connection, head));
    }
    merge.emitBefore(Long.MAX_VALUE);
  }

  private void add(Pack pack) {
    int[] order = order(pack);
    if (order.length > 0)
      open.add(new Cursor(pack, order));
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

  private void emitBefore(long millis) {
    for (Cursor first = open.peek(); first != null && first.measured() < millis; first = open.peek()) {
      open.remove();
      Cursor second = open.peek();
      do {
        taker.take(first.pack, first.index(), first.view.at(first.index()));
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
    private final PackView view;
    private final int[] order;
    private int at;

    Cursor(Pack pack, int[] order) {
      this.pack = pack;
      this.view = new PackView(pack);
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
