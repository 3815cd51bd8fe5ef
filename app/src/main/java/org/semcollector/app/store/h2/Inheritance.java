package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// What a database made again from the journal takes over from the one before, because the journal does not have it: the
/// times that a server may have.
final class Inheritance {
  /// A time a server may have.
  ///
  /// @param place the reading's key without its meter; 0 = not known
  private record Stale(long stamp, long place) {}

  /// What was known of a meter.
  ///
  /// @param sentTimes times of readings that may have been sent, by their place
  private record Known(List<Stale> stale, Map<Long, Long> sentTimes) {}

  private final Connections heir;
  private final Connections former;

  Inheritance(Connections heir, Connections former) {
    this.heir = heir;
    this.former = former;
  }

  void take() throws StoreException {
    Map<Ssid, Integer> meters = former.read(Inheritance::meters);
    for (var meter : meters.entrySet()) {
      Known known = former.read(connection -> known(connection, meter.getValue()));
      heir.change(connection -> {
        Optional<Integer> here = MeterIds.find(connection, meter.getKey());
        if (here.isPresent())
          note(connection, here.get(), known);
      });
    }
  }

  /// Without knowing what was sent, everything may have been.
  static void everythingMayBeSent(Connections heir) throws StoreException {
    heir.change(connection -> Sql.update(connection, "UPDATE meter SET sent_readings = readings"));
  }

  private static Map<Ssid, Integer> meters(Connection connection) throws SQLException {
    var meters = new HashMap<Ssid, Integer>();
    Sql.list(connection, row -> meters.put(new Ssid(row.getString(1)), row.getInt(2)), "SELECT ssid, id FROM meter");
    return meters;
  }

  private static Known known(Connection connection, int meter) throws SQLException {
    List<Stale> stale = Sql.list(connection, row -> new Stale(row.getLong(1), place(row.getLong(2))),
        "SELECT stamp, reading FROM stale_stamp WHERE meter = ?", meter);
    long sent = Sql.first(connection, row -> row.getLong(1), "SELECT sent_readings FROM meter WHERE id = ?", meter)
        .orElse(0L);
    var times = new HashMap<Long, Long>();
    for (PackHead head : Packs.of(connection, meter)) {
      if (head.firstRecord() >= sent)
        continue;
      Pack pack = Packs.load(connection, head);
      for (int i = 0; i < pack.count() && pack.record(i) < sent; i++) {
        times.put(place(pack.key(i)), pack.times().measured(i));
      }
    }
    return new Known(stale, times);
  }

  private static void note(Connection connection, int meter, Known known) throws SQLException {
    var own = new HashSet<Stale>();
    var stale = new ArrayList<>(known.stale());
    if (stale.isEmpty() && known.sentTimes().isEmpty())
      return;
    for (PackHead head : Packs.of(connection, meter)) {
      Pack pack = Packs.load(connection, head);
      for (int i = 0; i < pack.count(); i++) {
        own.add(new Stale(pack.times().measured(i), place(pack.key(i))));
        Long sent = known.sentTimes().get(place(pack.key(i)));
        if (sent != null && sent != pack.times().measured(i))
          stale.add(new Stale(sent, place(pack.key(i))));
      }
    }
    stale.removeIf(own::contains);
    long first = ReadingKey.firstOf(meter);
    Sql.update(connection, """
        MERGE INTO stale_stamp KEY (meter, stamp, reading)
        SELECT CAST(? AS INT), s.stamp, s.reading
        FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS s(stamp, reading)""", meter,
        stale.stream().map(Stale::stamp).toArray(),
        stale.stream().map(row -> row.place() == 0 ? 0 : first | row.place()).toArray());
  }

  private static long place(long key) {
    return key == 0 ? 0 : key - ReadingKey.firstOf(ReadingKey.of(key).meter());
  }
}
