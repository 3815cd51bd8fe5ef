package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.ChannelEnergy;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.pack.OutboxStates;

/// The tables `reading_pack`, `pack_records` and `pack_times`. The heads are apart from what is large, so that looking
/// for packs, and marking what a server has, touch little.
final class Packs {
  private Packs() {}

  /// The packs of a meter that may hold times in a range, both ends included, by their smallest time.
  static List<PackHead> overlapping(Connection connection, int meter, long fromMillis, long toMillis)
      throws SQLException {
    return Sql.list(connection, PackHead::of, "SELECT " + PackHead.COLUMNS + """
        FROM reading_pack p
        WHERE p.first_key BETWEEN ? AND ? AND p.first_measured <= ? AND p.last_measured >= ?
        ORDER BY p.first_measured, p.first_key""", ReadingKey.firstOf(meter), ReadingKey.lastOf(meter), toMillis,
        fromMillis);
  }

  /// The packs that hold keys in a range of one meter, both ends included, keys ascending.
  static List<PackHead> between(Connection connection, long firstKey, long lastKey) throws SQLException {
    return Sql.list(connection, PackHead::of, "SELECT " + PackHead.COLUMNS + """
        FROM reading_pack p WHERE p.first_key BETWEEN ? AND ? AND p.last_key >= ? ORDER BY p.first_key""",
        ReadingKey.firstOf(ReadingKey.of(firstKey).meter()), lastKey, firstKey);
  }

  /// As [#between], only packs with readings in a state.
  static List<PackHead> between(Connection connection, long firstKey, long lastKey, Outbox.State state)
      throws SQLException {
    return Sql.list(connection, PackHead::of, "SELECT " + PackHead.COLUMNS
        + " FROM reading_pack p WHERE p.first_key BETWEEN ? AND ? AND p.last_key >= ? AND p." + Codes.counter(state)
        + " > 0 ORDER BY p.first_key", ReadingKey.firstOf(ReadingKey.of(firstKey).meter()), lastKey, firstKey);
  }

  /// All packs of a meter, keys ascending.
  static List<PackHead> of(Connection connection, int meter) throws SQLException {
    return between(connection, ReadingKey.firstOf(meter), ReadingKey.lastOf(meter));
  }

  /// The last pack of an epoch.
  static Optional<PackHead> last(Connection connection, int meter, int epoch) throws SQLException {
    return Sql.first(connection, PackHead::of, "SELECT " + PackHead.COLUMNS + """
        FROM reading_pack p WHERE p.first_key BETWEEN ? AND ? ORDER BY p.first_key DESC FETCH FIRST ROW ONLY""",
        new ReadingKey(meter, epoch, 0).value(), new ReadingKey(meter, epoch, ReadingKey.LAST_POSITION).value());
  }

  static Pack load(Connection connection, PackHead head) throws SQLException {
    return Sql.first(connection, row -> Pack.of(head, row.getBytes(1), row.getBytes(2)), """
        SELECT r.records, t.times FROM pack_records r JOIN pack_times t ON t.first_key = r.first_key
        WHERE r.first_key = ?""", head.firstKey())
        .orElseThrow(() -> Pack.damaged(new SQLException("the pack " + head.firstKey() + " has no content")));
  }

  /// Writes a pack that is new or was made longer.
  static void save(Connection connection, Pack pack) throws SQLException {
    ChannelEnergy before = pack.before();
    Sql.update(connection, """
        MERGE INTO reading_pack (first_key, last_key, readings, first_record, first_measured, last_measured,
          channel_1_kwh, channel_2_kwh, channel_3_kwh, on_laptop, accepted, refused, layout, states)
        KEY (first_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", pack.firstKey(),
        pack.key(pack.count() - 1), pack.count(), pack.record(0), pack.times().first(), pack.times().last(),
        before.channel1Kwh(), before.channel2Kwh(), before.channel3Kwh(), pack.states().count(Outbox.State.ON_LAPTOP),
        pack.states().count(Outbox.State.ACCEPTED), pack.states().count(Outbox.State.REFUSED), pack.layout().pack(),
        pack.states().pack());
    Sql.update(connection, "MERGE INTO pack_records KEY (first_key) VALUES (?, ?)", pack.firstKey(),
        pack.packedRecords());
    Sql.update(connection, "MERGE INTO pack_times KEY (first_key) VALUES (?, ?)", pack.firstKey(),
        pack.packedTimes());
  }

  /// Writes other times, and the states that go with them.
  static void saveTimes(Connection connection, Pack pack) throws SQLException {
    Sql.update(connection, "UPDATE reading_pack SET first_measured = ?, last_measured = ? WHERE first_key = ?",
        pack.times().first(), pack.times().last(), pack.firstKey());
    Sql.update(connection, "UPDATE pack_times SET times = ? WHERE first_key = ?", pack.packedTimes(), pack.firstKey());
    saveStates(connection, pack.firstKey(), pack.states());
  }

  static void saveStates(Connection connection, long firstKey, OutboxStates states)
      throws SQLException {
    Sql.update(connection,
        "UPDATE reading_pack SET on_laptop = ?, accepted = ?, refused = ?, states = ? WHERE first_key = ?",
        states.count(Outbox.State.ON_LAPTOP), states.count(Outbox.State.ACCEPTED), states.count(Outbox.State.REFUSED),
        states.pack(), firstKey);
  }
}
