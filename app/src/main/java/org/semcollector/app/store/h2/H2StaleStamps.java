package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// The table `stale_stamp`. A stamp at which a server has another reading by now is left out.
final class H2StaleStamps implements StaleStamps {
  private final Connections connections;

  H2StaleStamps(Connections connections) {
    this.connections = connections;
  }

  /// A stamp, and the reading that had it; 0 = not known.
  private record Row(long stamp, long reading) {}

  @Override
  public List<Long> next(Ssid ssid, long from, int limit) throws StoreException {
    return connections.read(connection -> stale(connection, ssid, from).stream().map(Row::stamp).distinct()
        .limit(limit).toList());
  }

  @Override
  public long count(Ssid ssid) throws StoreException {
    return connections.read(connection -> stale(connection, ssid, Long.MIN_VALUE).stream().map(Row::stamp).distinct()
        .count());
  }

  @Override
  public Set<Long> moved(Ssid ssid, List<Long> keys) throws StoreException {
    return connections.read(connection -> {
      var moved = new HashSet<Long>();
      stale(connection, ssid, Long.MIN_VALUE).forEach(row -> moved.add(row.reading()));
      moved.retainAll(Set.copyOf(keys));
      return moved;
    });
  }

  @Override
  public void deleted(Ssid ssid, List<Long> stamps) throws StoreException {
    connections.change(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isPresent())
        Sql.update(connection, "DELETE FROM stale_stamp WHERE meter = ? AND stamp = ANY(CAST(? AS BIGINT ARRAY))",
            meter.get(), stamps.toArray());
    });
  }

  @Override
  public void seenAgain(Ssid ssid, List<Long> stamps) throws StoreException {
    connections.change(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isPresent())
        Sql.update(connection, """
            MERGE INTO stale_stamp KEY (meter, stamp, reading)
            SELECT CAST(? AS INT), s.stamp, 0 FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS s(stamp)""", meter.get(),
            stamps.toArray());
    });
  }

  private static List<Row> stale(Connection connection, Ssid ssid, long from) throws SQLException {
    Optional<Integer> meter = MeterIds.find(connection, ssid);
    if (meter.isEmpty())
      return List.of();
    List<Row> rows = Sql.list(connection, row -> new Row(row.getLong(1), row.getLong(2)),
        "SELECT stamp, reading FROM stale_stamp WHERE meter = ? AND stamp >= ? ORDER BY stamp, reading", meter.get(),
        from);
    if (rows.isEmpty())
      return rows;
    Set<Long> replaced = sentTimes(connection, meter.get(), rows.getFirst().stamp(), rows.getLast().stamp());
    return rows.stream().filter(row -> !replaced.contains(row.stamp())).toList();
  }

  /// The times of readings that a server took or is proven to have.
  private static Set<Long> sentTimes(Connection connection, int meter, long from, long to) throws SQLException {
    var times = new HashSet<Long>();
    for (PackHead head : Packs.overlapping(connection, meter, from, to)) {
      var states = Pack.states(head);
      if (states.count(Outbox.State.ON_LAPTOP) + states.count(Outbox.State.REFUSED) == head.readings())
        continue;
      Pack pack = Packs.load(connection, head);
      for (int i = 0; i < pack.count(); i++) {
        if (states.isProven(i) || states.is(i, Outbox.State.ACCEPTED))
          times.add(pack.times().measured(i));
      }
    }
    return times;
  }
}
