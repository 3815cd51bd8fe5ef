package org.semcollector.app.rollup;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.reading.SavePeriod;

/// Finds where coverage begins and ceases. Intervals come in the order of their ends.
final class CoverageEdges implements Rollup.Intervals {
  /// What is known of a reading at an edge.
  private static final class Seen {
    private long key;
    private int channel;
    private long deviceMillis;
    private SavePeriod period = SavePeriod.HOUR;
    private boolean clockNeverSet;
    private long earlierMillis;
    private long laterMillis;

    void set(Save save, int i) {
      key = save.key(i);
      channel = save.channel(i);
      deviceMillis = save.deviceMillis(i);
      period = save.period();
      clockNeverSet = save.clockNeverSet(i);
      earlierMillis = save.earlierMillis(i);
      laterMillis = save.laterMillis(i);
    }

    CoverageEdge edge(long at, boolean starts) {
      return new CoverageEdge(Instant.ofEpochMilli(at), starts, key, channel, deviceMillis, period, clockNeverSet,
          TimeBand.of(earlierMillis, laterMillis));
    }
  }

  /// Time covered without a break; it grows while readings follow.
  private static final class Piece {
    private long from;
    private long to;
    private final Seen first = new Seen();
    private final Seen last = new Seen();
  }

  private final Deque<Piece> pieces = new ArrayDeque<>();

  @Override
  public void take(Save save, int i, long from, long to) {
    Piece grown = earliestTouched(from);
    if (grown == null) {
      grown = new Piece();
      grown.from = from;
      grown.first.set(save, i);
    }
    grown.to = to;
    grown.last.set(save, i);
    pieces.addLast(grown);
  }

  /// Takes away the pieces that an interval touches.
  ///
  /// @return of those that begin before it the one that does so first
  private @Nullable Piece earliestTouched(long from) {
    Piece earliest = null;
    while (!pieces.isEmpty() && pieces.getLast().to >= from) {
      Piece touched = pieces.removeLast();
      if (touched.from < (earliest == null ? from : earliest.from))
        earliest = touched;
    }
    return earliest;
  }

  /// All edges, oldest first: by turns a start and an end.
  List<CoverageEdge> edges() {
    var edges = new ArrayList<CoverageEdge>(2 * pieces.size());
    for (Piece piece : pieces) {
      edges.add(piece.first.edge(piece.from, true));
      edges.add(piece.last.edge(piece.to, false));
    }
    return edges;
  }
}
