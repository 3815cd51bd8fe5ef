package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.pack.Times;

/// The readings of a stretch: of one epoch, and all that stand there between its first and its last key, because an
/// epoch only grows at its end.
///
/// @param parts in stored order
record StretchPacks(int meter, List<Part> parts) {
  /// Readings of one pack.
  ///
  /// @param from index of the first one
  /// @param to index after the last one
  record Part(Pack pack, int from, int to) {
    int count() {
      return to - from;
    }
  }

  StretchPacks {
    parts = List.copyOf(parts);
  }

  static StretchPacks of(Connection connection, StretchRows.Row stretch) throws SQLException {
    var parts = new ArrayList<Part>();
    for (PackHead head : Packs.between(connection, stretch.firstKey(), stretch.lastKey())) {
      Pack pack = Packs.load(connection, head);
      int from = head.firstKey() >= stretch.firstKey() ? 0 : index(pack, stretch.firstKey());
      int to = head.lastKey() <= stretch.lastKey() ? pack.count() : index(pack, stretch.lastKey() + 1);
      parts.add(new Part(pack, from, to));
    }
    return new StretchPacks(ReadingKey.of(stretch.firstKey()).meter(), parts);
  }

  private static int index(Pack pack, long key) {
    return pack.layout().firstFrom(ReadingKey.of(key).position());
  }

  /// The times that count now.
  Times times() {
    return parts.stream().map(part -> part.pack().times().slice(part.from(), part.to())).reduce(Times::and)
        .orElseThrow();
  }

  /// The meter's own stamps.
  long[] stamps() {
    return parts.stream().flatMapToLong(part -> LongStream.of(part.pack().stamps()).skip(part.from())
        .limit(part.count())).toArray();
  }
}
