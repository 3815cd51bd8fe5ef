package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// The outbox: one small row per reading that is not proven, and counts per meter that change in the same transaction.
final class H2Outbox implements Outbox {
  private static final int PAGE = 1_000;

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
  public void sending(Ssid ssid) throws StoreException {
    connections.change(connection -> Sql.update(connection,
        "UPDATE meter SET sent_readings = readings WHERE ssid = ? AND sent_readings < readings", ssid.value()));
  }

  @Override
  public void accepted(List<StoredReading> readings) throws StoreException {
    move(readings, State.ACCEPTED, null);
  }

  @Override
  public void refused(List<StoredReading> readings, String reason) throws StoreException {
    move(readings, State.REFUSED, reason);
  }

  @Override
  public void proven(List<StoredReading> readings) throws StoreException {
    connections.change(connection -> {
      for (Present part : present(connection, readings)) {
        Sql.update(connection, "DELETE FROM outbox WHERE reading = ANY(CAST(? AS BIGINT ARRAY))",
            (Object) part.keys().toArray());
        count(connection, part.meter(), part.state(), -part.keys().size());
      }
    });
  }

  private void move(List<StoredReading> readings, State to, @Nullable String reason) throws StoreException {
    connections.change(connection -> {
      for (Present part : present(connection, readings)) {
        Sql.update(connection, "UPDATE outbox SET state = ?, reason = ?"
            + " WHERE reading = ANY(CAST(? AS BIGINT ARRAY))", Codes.of(to), reason,
            part.keys().toArray());
        count(connection, part.meter(), part.state(), -part.keys().size());
        count(connection, part.meter(), to, part.keys().size());
      }
    });
  }

  @Override
  public void lost(List<Long> keys) throws StoreException {
    connections.change(connection -> {
      List<Long> absent = Sql.list(connection, row -> row.getLong(1), """
          SELECT k.id FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k(id) JOIN reading r ON r.id = k.id
          WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.reading = k.id)""", (Object) keys.toArray());
      Map<Integer, List<Long>> byMeter = absent.stream().distinct()
          .collect(Collectors.groupingBy(key -> ReadingKey.of(key).meter()));
      for (var part : byMeter.entrySet()) {
        Sql.update(connection, "INSERT INTO outbox (reading, state) SELECT k.id, ? FROM UNNEST(CAST(? AS BIGINT"
            + " ARRAY)) AS k(id)", Codes.of(State.ON_LAPTOP), part.getValue().toArray());
        count(connection, part.getKey(), State.ON_LAPTOP, part.getValue().size());
      }
    });
  }

  @Override
  public long retryRefused(Ssid ssid) throws StoreException {
    return connections.write(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isEmpty())
        return 0L;
      int moved = Sql.update(connection,
          "UPDATE outbox SET state = ?, reason = NULL WHERE reading BETWEEN ? AND ? AND state = ?",
          Codes.of(State.ON_LAPTOP), ReadingKey.firstOf(meter.get()), ReadingKey.lastOf(meter.get()),
          Codes.of(State.REFUSED));
      count(connection, meter.get(), State.REFUSED, -moved);
      count(connection, meter.get(), State.ON_LAPTOP, moved);
      return (long) moved;
    });
  }

  @Override
  public Map<String, Long> reasons(Ssid ssid) throws StoreException {
    return connections.read(connection -> {
      var reasons = new LinkedHashMap<String, Long>();
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isPresent())
        Sql.list(connection, row -> reasons.put(row.getString(1), row.getLong(2)), """
            SELECT reason, COUNT(*) AS n FROM outbox WHERE reading BETWEEN ? AND ? AND state = ?
            GROUP BY reason ORDER BY n DESC, reason""", ReadingKey.firstOf(meter.get()),
            ReadingKey.lastOf(meter.get()), Codes.of(State.REFUSED));
      return reasons;
    });
  }

  @Override
  public void forEachProven(Ssid ssid, ReadingStore.Range range, Consumer<StoredReading> consumer)
      throws StoreException {
    connections.scan(connection -> {
      var page = new ArrayList<StoredReading>(PAGE);
      H2Readings.forEach(connection, ssid, range, reading -> {
        page.add(reading);
        if (page.size() == PAGE)
          passProven(connection, page, consumer);
      });
      passProven(connection, page, consumer);
    });
  }

  private static void passProven(Connection connection, List<StoredReading> page, Consumer<StoredReading> consumer)
      throws SQLException {
    Set<Long> unproven = Set.copyOf(Sql.list(connection, row -> row.getLong(1),
        "SELECT o.reading FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k(id) JOIN outbox o ON o.reading = k.id",
        (Object) page.stream().map(StoredReading::key).toArray()));
    page.stream().filter(reading -> !unproven.contains(reading.key())).forEach(consumer);
    page.clear();
  }

  /// Keys of one meter that are in one state.
  private record Present(int meter, State state, List<Long> keys) {}

  /// Which of the readings are in the outbox at all, and still have their time.
  private static List<Present> present(Connection connection, List<StoredReading> readings) throws SQLException {
    Object[] keys = readings.stream().map(StoredReading::key).toArray();
    Object[] times = readings.stream().map(reading -> reading.time().measuredAt().toEpochMilli()).toArray();
    var parts = new ArrayList<Present>();
    for (State state : State.values()) {
      List<Long> found = Sql.list(connection, row -> row.getLong(1), """
          SELECT o.reading FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS k(id, at)
          JOIN outbox o ON o.reading = k.id JOIN reading r ON r.id = k.id AND r.measured_at = k.at
          WHERE o.state = ?""", keys, times, Codes.of(state));
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
