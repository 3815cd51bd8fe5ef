package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingView;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.TransactionReads;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// Collects which times of which meters a transaction changes, and tells those who must follow once, at its end.
final class Changes {
  /// From the smallest to the largest time, ms since 1970, both included.
  private record Span(long first, long last) {
    Span with(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  private final Map<Integer, Span> spans = new TreeMap<>();

  void add(int meter, long measuredMillis) {
    add(meter, measuredMillis, measuredMillis);
  }

  void add(int meter, long firstMillis, long lastMillis) {
    spans.merge(meter, new Span(firstMillis, lastMillis), Span::with);
  }

  /// All readings of a meter are concerned.
  void addAll(Connection connection, int meter) throws SQLException {
    Sql.list(connection, row -> new Span(row.getLong(1), row.getLong(2)), """
        SELECT MIN(first_measured), MAX(last_measured) FROM reading_pack
        WHERE first_key BETWEEN ? AND ? HAVING COUNT(*) > 0""", ReadingKey.firstOf(meter), ReadingKey.lastOf(meter))
        .forEach(span -> add(meter, span.first(), span.last()));
  }

  void tell(Connections connections, Connection connection, ChangedTimes followers)
      throws SQLException, StoreException {
    var reads = new Reads(connections, connection);
    for (var change : spans.entrySet()) {
      Span span = change.getValue();
      followers.changed(new ChangedTimes.Change(change.getKey(), MeterIds.ssid(connection, change.getKey()),
          Instant.ofEpochMilli(span.first()), Instant.ofEpochMilli(span.last())), reads);
    }
  }

  private record Reads(Connections connections, Connection connection) implements TransactionReads {
    @Override
    public ZoneId zone(int meter) throws StoreException {
      try {
        return MeterIds.zone(connection, meter);
      } catch (SQLException e) {
        throw connections.translate(e);
      }
    }

    @Override
    public void scan(Ssid ssid, ReadingStore.Range range, Consumer<ReadingView> consumer) throws StoreException {
      try {
        H2Readings.forEach(connection, ssid, range, (_, _, view) -> consumer.accept(view));
      } catch (SQLException e) {
        throw connections.translate(e);
      }
    }

    @Override
    public Optional<Bytes> keptSums(int meter, KeptSums.Part part, YearMonth month) throws StoreException {
      try {
        return H2KeptSums.row(connection, meter, part, month);
      } catch (SQLException e) {
        throw connections.translate(e);
      }
    }

    @Override
    public void keepSums(int meter, KeptSums.Part part, YearMonth month, Optional<Bytes> row) throws StoreException {
      try {
        H2KeptSums.keep(connection, meter, part, month, row);
      } catch (SQLException e) {
        throw connections.translate(e);
      }
    }
  }
}
