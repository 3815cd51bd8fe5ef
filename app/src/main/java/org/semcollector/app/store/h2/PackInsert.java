package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.ChannelEnergy;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.Stretch;

/// Adds readings in one transaction: the last pack of their epoch is filled up, then new ones are begun.
final class PackInsert {
  private final Connection connection;
  /// What each meter has counted so far, its readings added in this transaction included.
  private final Map<Integer, ChannelEnergy> energies = new HashMap<>();

  PackInsert(Connection connection) {
    this.connection = connection;
  }

  void insert(Stretch stretch, List<NewReading> readings) throws SQLException {
    if (readings.isEmpty())
      return;
    stretch(stretch, readings);
    int from = fillUp(readings);
    while (from < readings.size()) {
      int to = Math.min(from + Pack.LENGTH, readings.size());
      Packs.save(connection, pack(readings.subList(from, to)));
      from = to;
    }
    Sql.update(connection, "UPDATE meter SET on_laptop = on_laptop + ? WHERE id = ?", readings.size(),
        readings.getFirst().key().meter());
  }

  /// @return how many of the readings the last pack of the epoch took
  private int fillUp(List<NewReading> readings) throws SQLException {
    ReadingKey first = readings.getFirst().key();
    Optional<PackHead> last = Packs.last(connection, first.meter(), first.epoch());
    if (last.isEmpty())
      return 0;
    PackHead head = last.get();
    if (head.lastKey() >= first.value())
      throw new SQLException("the reading " + first.value() + " does not come after " + head.lastKey());
    int room = Pack.LENGTH - head.readings();
    boolean follows = head.firstRecord() + head.readings() == readings.getFirst().record();
    if (room == 0 || !follows)
      return 0;
    int taken = Math.min(room, readings.size());
    Packs.save(connection, Packs.load(connection, head).and(pack(readings.subList(0, taken))));
    return taken;
  }

  private Pack pack(List<NewReading> readings) throws SQLException {
    int meter = readings.getFirst().key().meter();
    ChannelEnergy before = energy(meter);
    Pack pack = Pack.of(readings, before);
    pack.check();
    ChannelEnergy energy = before;
    for (int i = 0; i < readings.size(); i++) {
      energy = pack.with(energy, i);
    }
    energies.put(meter, energy);
    return pack;
  }

  private ChannelEnergy energy(int meter) throws SQLException {
    ChannelEnergy known = energies.get(meter);
    return known != null
        ? known
        : Sql.first(connection, row -> new ChannelEnergy(row.getDouble(1), row.getDouble(2), row.getDouble(3)),
            "SELECT channel_1_kwh, channel_2_kwh, channel_3_kwh FROM meter WHERE id = ?", meter)
            .orElse(ChannelEnergy.ZERO);
  }

  private void stretch(Stretch stretch, List<NewReading> readings) throws SQLException {
    int id = generated(connection, """
        INSERT INTO stretch (visit, first_reading, last_reading, clock_set_at, boots, restarts, collected_at, run)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)""", stretch.visit(), readings.getFirst().key().value(),
        readings.getLast().key().value(), stretch.clockSetAt().orElse(null), stretch.boots().toArray(new Long[0]),
        restarts(stretch), stretch.collectedAt());
    int run = generated(connection, """
        INSERT INTO correction_run (stretch, estimator, estimator_version, made_at) VALUES (?, ?, ?, ?)""", id,
        stretch.estimator(), stretch.estimatorVersion(), stretch.madeAt());
    Sql.update(connection, "UPDATE stretch SET run = ? WHERE id = ?", run, id);
  }

  private static Long[] restarts(Stretch stretch) {
    return stretch.restarts().stream().flatMap(each -> Stream.of(each.bootMillis(),
        each.restart().from().toEpochMilli(), each.restart().to().toEpochMilli())).toArray(Long[]::new);
  }

  static int generated(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
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
}
