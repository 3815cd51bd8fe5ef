package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// Readings by time: blocks are read in the order of their first time and merged, so that memory holds the blocks that
/// overlap in time, not the range.
final class H2Readings implements ReadingStore {
  private static final Comparator<StoredReading> BY_TIME = Comparator
      .comparing((StoredReading reading) -> reading.time().measuredAt())
      .thenComparingLong(StoredReading::key);

  private final Connections connections;

  H2Readings(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) throws StoreException {
    connections.scan(connection -> forEach(connection, ssid, range, consumer::accept));
  }

  /// Takes readings while the connection is still in use.
  interface Taker {
    void take(StoredReading reading) throws SQLException;
  }

  static void forEach(Connection connection, Ssid ssid, Range range, Taker taker) throws SQLException {
    Optional<Integer> meter = MeterIds.find(connection, ssid);
    if (meter.isPresent())
      merge(connection, meter.get(), ssid, range, taker);
  }

  @Override
  public List<StoredReading> readings(Ssid ssid, Range range) throws StoreException {
    var list = new ArrayList<StoredReading>();
    forEach(ssid, range, list::add);
    return list;
  }

  private static void merge(Connection connection, int meter, Ssid ssid, Range range, Taker taker)
      throws SQLException {
    long from = range.from().toEpochMilli();
    long to = range.to().toEpochMilli();
    var waiting = new PriorityQueue<>(BY_TIME);
    for (ReadingBlocks.Block block : ReadingBlocks.overlapping(connection, meter, from, to - 1)) {
      emitBefore(block.firstMeasured(), waiting, taker);
      waiting.addAll(load(connection, ssid, block, from, to));
    }
    emitBefore(Long.MAX_VALUE, waiting, taker);
  }

  private static void emitBefore(long millis, PriorityQueue<StoredReading> waiting, Taker taker)
      throws SQLException {
    for (StoredReading next = waiting.peek(); next != null
        && next.time().measuredAt().toEpochMilli() < millis; next = waiting.peek()) {
      taker.take(next);
      waiting.remove();
    }
  }

  private static List<StoredReading> load(Connection connection, Ssid ssid, ReadingBlocks.Block block, long from,
      long to) throws SQLException {
    var rows = new ReadingRows(ssid);
    Sql.list(connection, row -> {
      rows.add(row);
      return true;
    }, "SELECT " + ReadingRows.COLUMNS
        + " FROM reading r WHERE r.id BETWEEN ? AND ? AND r.measured_at >= ? AND r.measured_at < ? ORDER BY r.id",
        block.firstKey(), block.lastKey(), from, to);
    return rows.readings();
  }
}
