package org.semcollector.app.rollup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.semcollector.app.store.StoredReading;

/// Finds where coverage begins and ceases. Intervals come in the order of their ends.
final class CoverageEdges implements Rollup.Intervals {
  /// Time covered without a break.
  private record Piece(long from, long to, StoredReading first, StoredReading last) {}

  private final Deque<Piece> pieces = new ArrayDeque<>();

  @Override
  public void take(StoredReading reading, long from, long to) {
    var piece = new Piece(from, to, reading, reading);
    while (!pieces.isEmpty() && pieces.getLast().to() >= from) {
      Piece before = pieces.removeLast();
      if (before.from() < piece.from())
        piece = new Piece(before.from(), to, before.first(), reading);
    }
    pieces.addLast(piece);
  }

  /// All edges, oldest first: by turns a start and an end.
  List<CoverageEdge> edges() {
    var edges = new ArrayList<CoverageEdge>(2 * pieces.size());
    for (Piece piece : pieces) {
      edges.add(CoverageEdge.of(piece.from(), true, piece.first()));
      edges.add(CoverageEdge.of(piece.to(), false, piece.last()));
    }
    return edges;
  }
}
