package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// The outbox: the states of the readings are kept with their packs, counts per pack and per meter change in the same
/// transaction.
final class H2Outbox implements Outbox {
  private final Connections connections;

  H2Outbox(Connections connections) {
    this.connections = connections;
  }

  @Override
  public List<Entry> entries(Ssid ssid, State state, long afterKey, int limit) throws StoreException {
    return connections.read(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      return meter.isPresent() ? entries(connection, meter.get(), ssid, state, afterKey, limit) : List.of();
    });
  }

  private static List<Entry> entries(Connection connection, int meter, Ssid ssid, State state, long afterKey, int limit)
      throws SQLException {
    var entries = new ArrayList<Entry>();
    long first = Math.max(afterKey + 1, ReadingKey.firstOf(meter));
    for (PackHead head : Packs.between(connection, first, ReadingKey.lastOf(meter), state)) {
      if (entries.size() >= limit)
        break;
      Pack pack = Packs.load(connection, head);
      double[] totals = pack.totals();
      for (int i = 0; i < pack.count() && entries.size() < limit; i++) {
        if (pack.states().is(i, state) && pack.key(i) >= first)
          entries.add(new Entry(pack.reading(ssid, i), state, totals[i]));
      }
    }
    return entries;
  }

  @Override
  public void sending(Ssid ssid) throws StoreException {
    connections.change(connection -> Sql.update(connection,
        "UPDATE meter SET sent_readings = readings WHERE ssid = ? AND sent_readings < readings", ssid.value()));
  }

  @Override
  public void accepted(List<StoredReading> readings) throws StoreException {
    connections.change(connection -> new OutboxMarks(connection).move(readings, State.ACCEPTED));
  }

  @Override
  public void refused(List<StoredReading> readings, String reason) throws StoreException {
    connections.change(connection -> {
      List<Long> moved = new OutboxMarks(connection).move(readings, State.REFUSED);
      Sql.update(connection, "MERGE INTO refusal KEY (reading) SELECT k.id, CAST(? AS VARCHAR)"
          + " FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k(id)", reason, moved.toArray());
    });
  }

  @Override
  public void proven(List<StoredReading> readings) throws StoreException {
    connections.change(connection -> new OutboxMarks(connection).prove(readings));
  }

  @Override
  public void lost(List<Long> keys) throws StoreException {
    connections.change(connection -> new OutboxMarks(connection).lose(keys));
  }

  @Override
  public long retryRefused(Ssid ssid) throws StoreException {
    return connections.write(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      return meter.isPresent() ? new OutboxMarks(connection).retryRefused(meter.get()) : 0L;
    });
  }

  @Override
  public Map<String, Long> reasons(Ssid ssid) throws StoreException {
    return connections.read(connection -> {
      var reasons = new LinkedHashMap<String, Long>();
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isPresent())
        Sql.list(connection, row -> reasons.put(row.getString(1), row.getLong(2)), """
            SELECT reason, COUNT(*) AS n FROM refusal WHERE reading BETWEEN ? AND ?
            GROUP BY reason ORDER BY n DESC, reason""", ReadingKey.firstOf(meter.get()),
            ReadingKey.lastOf(meter.get()));
      return reasons;
    });
  }

  @Override
  public void forEachProven(Ssid ssid, ReadingStore.Range range, Consumer<StoredReading> consumer)
      throws StoreException {
    connections.scan(connection -> H2Readings.forEach(connection, ssid, range, (pack, i, _) -> {
      if (pack.states().isProven(i))
        consumer.accept(pack.reading(ssid, i));
    }));
  }

  @Override
  public Map<State, Long> counts(Ssid ssid) throws StoreException {
    return connections.read(connection -> Sql.first(connection, row -> {
      var counts = new EnumMap<State, Long>(State.class);
      for (State state : State.values()) {
        counts.put(state, row.getLong(Codes.counter(state)));
      }
      return (Map<State, Long>) counts;
    }, "SELECT on_laptop, accepted, refused FROM meter WHERE ssid = ?", ssid.value())
        .orElseGet(() -> Map.of(State.ON_LAPTOP, 0L, State.ACCEPTED, 0L, State.REFUSED, 0L)));
  }
}
