package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// The outbox: one small row per reading that is not proven, and counts per meter that change in the same transaction.
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
    var rows = new ReadingRows(ssid);
    List<Double> totals = Sql.list(connection, row -> {
      rows.add(row);
      return row.getDouble("kwh_total");
    }, "SELECT " + ReadingRows.COLUMNS + ", r.kwh_total FROM outbox o JOIN reading r ON r.id = o.reading "
        + "WHERE o.reading BETWEEN ? AND ? AND o.state = ? ORDER BY o.reading FETCH FIRST ? ROWS ONLY",
        Math.max(afterKey + 1, ReadingKey.firstOf(meter)), ReadingKey.lastOf(meter), Codes.of(state), limit);
    List<StoredReading> readings = rows.readings();
    var entries = new ArrayList<Entry>(readings.size());
    for (int i = 0; i < readings.size(); i++) {
      entries.add(new Entry(readings.get(i), state, totals.get(i)));
    }
    return entries;
  }

  @Override
  public void accepted(List<Long> keys) throws StoreException {
    move(keys, State.ACCEPTED, null);
  }

  @Override
  public void refused(List<Long> keys, String reason) throws StoreException {
    move(keys, State.REFUSED, reason);
  }

  @Override
  public void proven(List<Long> keys) throws StoreException {
    connections.change(connection -> {
      for (Present part : present(connection, keys)) {
        Sql.update(connection, "DELETE FROM outbox WHERE reading = ANY(CAST(? AS BIGINT ARRAY))",
            (Object) part.keys().toArray());
        count(connection, part.meter(), part.state(), -part.keys().size());
      }
    });
  }

  private void move(List<Long> keys, State to, @Nullable String reason) throws StoreException {
    connections.change(connection -> {
      for (Present part : present(connection, keys)) {
        Sql.update(connection, "UPDATE outbox SET state = ?, reason = ?"
            + " WHERE reading = ANY(CAST(? AS BIGINT ARRAY))", Codes.of(to), reason,
            part.keys().toArray());
        count(connection, part.meter(), part.state(), -part.keys().size());
        count(connection, part.meter(), to, part.keys().size());
      }
    });
  }

  /// Keys of one meter that are in one state.
  private record Present(int meter, State state, List<Long> keys) {}

  /// Which of the keys are in the outbox at all.
  private static List<Present> present(Connection connection, List<Long> keys) throws SQLException {
    var parts = new ArrayList<Present>();
    for (State state : State.values()) {
      List<Long> found = Sql.list(connection, row -> row.getLong(1), "SELECT o.reading FROM UNNEST(CAST(? AS BIGINT"
          + " ARRAY)) AS k(id) JOIN outbox o ON o.reading = k.id WHERE o.state = ?", keys.toArray(), Codes.of(state));
      found.stream().distinct().collect(Collectors.groupingBy(key -> ReadingKey.of(key).meter()))
          .forEach((meter, ofMeter) -> parts.add(new Present(meter, state, ofMeter)));
    }
    return parts;
  }

  private static void count(Connection connection, int meter, State state, int change) throws SQLException {
    String column = Codes.counter(state);
    Sql.update(connection, "UPDATE meter SET " + column + " = " + column + " + ? WHERE id = ?", change, meter);
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
