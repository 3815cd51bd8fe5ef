package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;

/// What stands in for an index by time: neighbouring readings are close in time, so the time span of every 1024 of them
/// is enough to find a day. It costs nothing per row.
final class ReadingBlocks {
  static final int LENGTH = 1024;

  /// Neighbouring readings.
  ///
  /// @param firstKey of the block
  /// @param lastKey of the block
  /// @param firstMeasured smallest measured time, ms since 1970
  record Block(long firstKey, long lastKey, long firstMeasured) {}

  private ReadingBlocks() {}

  static void insert(Connection connection, List<NewReading> readings) throws SQLException {
    for (int from = 0; from < readings.size(); from += LENGTH) {
      List<NewReading> block = readings.subList(from, Math.min(from + LENGTH, readings.size()));
      var span = block.stream().mapToLong(reading -> reading.time().measuredAt().toEpochMilli()).summaryStatistics();
      Sql.update(connection, "INSERT INTO reading_block VALUES (?, ?, ?, ?)", block.getFirst().key().value(),
          block.getLast().key().value(), span.getMin(), span.getMax());
    }
  }

  /// The blocks of a meter that may hold times in a range, by their smallest time.
  static List<Block> overlapping(Connection connection, int meter, long fromMillis, long toMillis) throws SQLException {
    return Sql.list(connection, row -> new Block(row.getLong(1), row.getLong(2), row.getLong(3)), """
        SELECT first_reading, last_reading, first_measured FROM reading_block
        WHERE first_reading BETWEEN ? AND ? AND first_measured <= ? AND last_measured >= ?
        ORDER BY first_measured, first_reading""", ReadingKey.firstOf(meter), ReadingKey.lastOf(meter), toMillis,
        fromMillis);
  }

  static List<Long> measuredMillis(Connection connection, int meter, Instant from, Instant to) throws SQLException {
    var millis = new ArrayList<Long>();
    for (Block block : overlapping(connection, meter, from.toEpochMilli(), to.toEpochMilli())) {
      millis.addAll(Sql.list(connection, row -> row.getLong(1),
          "SELECT measured_at FROM reading WHERE id BETWEEN ? AND ? AND measured_at BETWEEN ? AND ?", block.firstKey(),
          block.lastKey(), from.toEpochMilli(), to.toEpochMilli()));
    }
    return millis;
  }
}
