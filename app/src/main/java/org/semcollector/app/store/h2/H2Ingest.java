package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.IngestStore;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;

/// Writing what the rules of storing decide.
final class H2Ingest implements IngestStore {
  private static final int PAGE = 4096;

  /// A raw record under its key.
  private record RawRow(long key, Bytes raw) {}

  private final Connections connections;
  private final ZoneId newMetersZone;
  private final ChangedTimes followers;

  H2Ingest(Connections connections, ZoneId newMetersZone, ChangedTimes followers) {
    this.connections = connections;
    this.newMetersZone = newMetersZone;
    this.followers = followers;
  }

  @Override
  public <T> T write(Work<T> work) throws StoreException {
    return connections.write(connection -> {
      var transaction = new H2Transaction(connections, connection, newMetersZone);
      T result = work.run(transaction);
      transaction.changes().tell(connections, connection, followers);
      return result;
    });
  }

  @Override
  public void readBack(ReadingKey first, ReadingKey last, RawRecords consumer) throws StoreException {
    connections.scan(connection -> forEachRaw(connection, first.value(), last.value(), consumer));
  }

  /// Goes through a key range page by page, so that memory does not grow with it.
  static void forEachRaw(Connection connection, long first, long last, RawRecords consumer)
      throws SQLException {
    long from = first;
    while (true) {
      var page = Sql.list(connection, row -> new RawRow(row.getLong(1), Bytes.copyOf(row.getBytes(2))),
          "SELECT id, raw FROM reading WHERE id BETWEEN ? AND ? ORDER BY id FETCH FIRST ? ROWS ONLY", from, last, PAGE);
      page.forEach(row -> consumer.take(ReadingKey.of(row.key()), row.raw()));
      if (page.size() < PAGE)
        return;
      from = page.getLast().key() + 1;
    }
  }
}
