package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingView;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// Readings by time, unpacked and merged.
final class H2Readings implements ReadingStore {
  private final Connections connections;

  H2Readings(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) throws StoreException {
    connections.scan(connection -> forEach(connection, ssid, range,
        (pack, i, _) -> consumer.accept(pack.reading(ssid, i))));
  }

  @Override
  public void scan(Ssid ssid, Range range, Consumer<ReadingView> consumer) throws StoreException {
    connections.scan(connection -> forEach(connection, ssid, range, (_, _, view) -> consumer.accept(view)));
  }

  static void forEach(Connection connection, Ssid ssid, Range range, PackMerge.Taker taker) throws SQLException {
    Optional<Integer> meter = MeterIds.find(connection, ssid);
    if (meter.isPresent())
      PackMerge.run(connection, meter.get(), range.from().toEpochMilli(), range.to().toEpochMilli(), taker);
  }

  @Override
  public List<StoredReading> readings(Ssid ssid, Range range) throws StoreException {
    var list = new ArrayList<StoredReading>();
    forEach(ssid, range, list::add);
    return list;
  }

  /// The measured times a meter's readings have in a range, both ends included.
  static List<Long> measuredMillis(Connection connection, int meter, long from, long to) throws SQLException {
    var millis = new ArrayList<Long>();
    for (PackHead head : Packs.overlapping(connection, meter, from, to)) {
      var times = Packs.load(connection, head).times();
      for (int i = 0; i < times.count(); i++) {
        if (times.measured(i) >= from && times.measured(i) <= to)
          millis.add(times.measured(i));
      }
    }
    return millis;
  }
}
