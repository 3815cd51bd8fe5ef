package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.Stretch;

/// Inserts many readings at once: each column goes to H2 as one array, which spares a statement per row.
final class ReadingInsert {
  private static final int CHUNK = 4096;

  private final Connection connection;

  ReadingInsert(Connection connection) {
    this.connection = connection;
  }

  void insert(Stretch stretch, List<NewReading> readings) throws SQLException {
    if (readings.isEmpty())
      return;
    int run = run(stretch, readings);
    for (int from = 0; from < readings.size(); from += CHUNK) {
      List<NewReading> chunk = readings.subList(from, Math.min(from + CHUNK, readings.size()));
      readings(chunk, run);
      outbox(chunk);
    }
    ReadingBlocks.insert(connection, readings);
    int meter = readings.getFirst().key().meter();
    Sql.update(connection, "UPDATE meter SET on_laptop = on_laptop + ? WHERE id = ?", readings.size(), meter);
  }

  private int run(Stretch stretch, List<NewReading> readings) throws SQLException {
    int id = generated("""
        INSERT INTO stretch (visit, first_reading, last_reading, clock_set_at, boots, collected_at)
        VALUES (?, ?, ?, ?, ?, ?)""", stretch.visit(), readings.getFirst().key().value(),
        readings.getLast().key().value(), stretch.clockSetAt().orElse(null), stretch.boots().toArray(new Long[0]),
        stretch.collectedAt());
    return generated("""
        INSERT INTO correction_run (stretch, estimator, estimator_version, made_at) VALUES (?, ?, ?, ?)""", id,
        stretch.estimator(), stretch.estimatorVersion(), stretch.madeAt());
  }

  private int generated(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < parameters.length; i++) {
        insert.setObject(i + 1, parameters[i]);
      }
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getInt(1);
      }
    }
  }

  private void readings(List<NewReading> chunk, int run) throws SQLException {
    Sql.update(connection, """
        INSERT INTO reading
          (id, record, raw, period_seconds, kwh_total, measured_at, earliest, latest, why, run)
        SELECT *, CAST(? AS INT) FROM UNNEST(
          CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARBINARY(30) ARRAY), CAST(? AS SMALLINT ARRAY),
          CAST(? AS DOUBLE PRECISION ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
          CAST(? AS TINYINT ARRAY))""", run,
        column(chunk, reading -> reading.key().value()),
        column(chunk, NewReading::record),
        column(chunk, reading -> reading.raw().toArray()),
        column(chunk, reading -> Codes.of(reading.period())),
        column(chunk, NewReading::kwhTotal),
        column(chunk, reading -> reading.time().measuredAt().toEpochMilli()),
        column(chunk, reading -> reading.time().earliest().toEpochMilli()),
        column(chunk, reading -> reading.time().latest().toEpochMilli()),
        column(chunk, reading -> Codes.of(reading.time().why())));
  }

  private void outbox(List<NewReading> chunk) throws SQLException {
    Sql.update(connection, """
        INSERT INTO outbox SELECT *, CAST(? AS TINYINT), NULL FROM UNNEST(CAST(? AS BIGINT ARRAY))""",
        Codes.of(Outbox.State.ON_LAPTOP), column(chunk, reading -> reading.key().value()));
  }

  private static Object[] column(List<NewReading> chunk, Function<NewReading, Object> value) {
    var column = new Object[chunk.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(chunk.get(i));
    }
    return column;
  }

  /// The range of keys a meter can have, as two parameters.
  static Object[] keysOf(int meter) {
    return new Object[]{ReadingKey.firstOf(meter), ReadingKey.lastOf(meter)};
  }
}
