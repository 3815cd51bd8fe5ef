package org.semcollector.app.rollup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The time covered by readings, several channels counted once. Intervals come in the order of their ends.
final class Coverage {
  /// From `from` to `to`, ms since 1970.
  record Piece(long from, long to) {}

  private final Deque<Piece> covered = new ArrayDeque<>();

  /// Adds an interval.
  ///
  /// @return the parts of it that were not covered before
  List<Piece> add(long from, long to) {
    var added = new ArrayList<Piece>();
    long end = to;
    long start = from;
    while (!covered.isEmpty() && covered.getLast().to() >= from) {
      Piece last = covered.removeLast();
      if (last.to() < end)
        added.add(new Piece(last.to(), end));
      end = Math.min(end, last.from());
      start = Math.min(start, last.from());
      if (last.from() <= from)
        break;
    }
    if (from < end)
      added.add(new Piece(from, end));
    covered.addLast(new Piece(start, to));
    return added;
  }
}
