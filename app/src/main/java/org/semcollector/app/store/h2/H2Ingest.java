package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.IngestStore;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoreException;

/// Writing what the rules of storing decide.
final class H2Ingest implements IngestStore {
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

  /// Goes through a key range pack by pack, so that memory does not grow with it.
  static void forEachRaw(Connection connection, long first, long last, RawRecords consumer) throws SQLException {
    for (PackHead head : Packs.between(connection, first, last)) {
      Pack pack = Packs.load(connection, head);
      for (int i = 0; i < pack.count(); i++) {
        if (pack.key(i) >= first && pack.key(i) <= last)
          consumer.take(ReadingKey.of(pack.key(i)), pack.raw(i));
      }
    }
  }
}
