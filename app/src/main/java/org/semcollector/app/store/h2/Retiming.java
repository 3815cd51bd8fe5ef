package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.UniqueTimes;
import org.semcollector.app.store.pack.Times;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// Gives stretches of one meter other times, in one transaction: times that other readings have are left to them, what
/// changes is to be sent again, and what a server may have is noted as stale.
final class Retiming {
  /// A stretch with its packs as they were.
  private record Placed(StretchRows.Row row, StretchPacks packs) {}

  /// Readings whose time changes from one that a server may have.
  private record Stale(long stamp, long key) {}

  private final Connection connection;
  private final int meter;
  /// Readings up to this running number may have been sent.
  private final long sent;
  private final Map<Integer, Placed> stretches;
  private final Map<Integer, Times> next = new TreeMap<>();
  private final Changes changes = new Changes();
  private final List<Stale> stale = new ArrayList<>();
  private final List<Long> changed = new ArrayList<>();

  private Retiming(Connection connection, int meter, Map<Integer, Placed> stretches) throws SQLException {
    this.connection = connection;
    this.meter = meter;
    this.stretches = stretches;
    this.sent = Sql.first(connection, row -> row.getLong(1), "SELECT sent_readings FROM meter WHERE id = ?", meter)
        .orElse(0L);
  }

  static Retiming of(Connection connection, Ssid ssid, List<Integer> stretches) throws SQLException {
    int meter = MeterIds.find(connection, ssid)
        .orElseThrow(() -> new IllegalArgumentException("there is no meter " + ssid));
    var placed = new HashMap<Integer, Placed>();
    for (int stretch : stretches) {
      StretchRows.Row row = StretchRows.require(connection, stretch);
      StretchPacks packs = StretchPacks.of(connection, row);
      if (packs.meter() != meter)
        throw new IllegalArgumentException("the stretch " + stretch + " is not one of " + ssid);
      if (placed.put(stretch, new Placed(row, packs)) != null)
        throw new IllegalArgumentException("the stretch " + stretch + " cannot get two times");
    }
    return new Retiming(connection, meter, placed);
  }

  private Placed placed(int stretch) {
    Placed placed = stretches.get(stretch);
    if (placed == null)
      throw new IllegalArgumentException("the stretch " + stretch + " was not announced");
    return placed;
  }

  /// The run whose times count.
  int current(int stretch) {
    return placed(stretch).row().run();
  }

  long[] stamps(int stretch) {
    return placed(stretch).packs().stamps();
  }

  /// Makes the times of a run count.
  void place(int stretch, int run, Times times) throws SQLException {
    Placed placed = placed(stretch);
    Times former = placed.packs().times();
    if (times.count() != former.count())
      throw new IllegalArgumentException(times.count() + " times for " + former.count() + " readings");
    RunTimes.keep(connection, placed.row().run(), former, placed.packs().stamps());
    StretchRows.setRun(connection, stretch, run);
    next.put(stretch, times);
  }

  /// Writes what was placed.
  ///
  /// @return what changed
  Changes finish() throws SQLException {
    UniqueTimes unique = UniqueTimes.beside(taken());
    var packs = new TreeMap<Long, Pack>();
    for (var placing : next.entrySet()) {
      write(placed(placing.getKey()).packs(), unique(placing.getValue(), unique), packs);
    }
    for (Pack pack : packs.values()) {
      Packs.saveTimes(connection, pack);
    }
    var marks = new OutboxMarks(connection);
    marks.forgetReasons(changed);
    marks.count(meter);
    noteStale();
    return changes;
  }

  /// The times that readings have which do not change.
  private Set<Long> taken() throws SQLException {
    long first = next.values().stream().mapToLong(Times::first).min().orElse(0);
    long last = next.values().stream().mapToLong(Times::last).max().orElse(0);
    var taken = new HashSet<>(
        H2Readings.measuredMillis(connection, meter, first, last + UniqueTimes.BEYOND_MILLIS));
    for (int stretch : next.keySet()) {
      Times former = placed(stretch).packs().times();
      for (int i = 0; i < former.count(); i++) {
        taken.remove(former.measured(i));
      }
    }
    return taken;
  }

  private static Times unique(Times times, UniqueTimes unique) {
    var moved = new ArrayList<CorrectedTime>(times.count());
    for (int i = 0; i < times.count(); i++) {
      moved.add(unique.take(times.get(i)));
    }
    return Times.of(moved);
  }

  private void write(StretchPacks stretch, Times times, NavigableMap<Long, Pack> packs) {
    int done = 0;
    for (StretchPacks.Part part : stretch.parts()) {
      Pack before = packs.getOrDefault(part.pack().firstKey(), part.pack());
      Times slice = times.slice(done, done + part.count());
      for (int i = 0; i < part.count(); i++) {
        if (!before.times().sameAt(part.from() + i, slice, i))
          change(before, part.from() + i, slice.measured(i));
      }
      packs.put(before.firstKey(), before.withTimes(part.from(), slice));
      done += part.count();
    }
  }

  private void change(Pack pack, int i, long measured) {
    long former = pack.times().measured(i);
    boolean maybeSent = pack.record(i) < sent || !pack.states().is(i, Outbox.State.ON_LAPTOP);
    if (former != measured && maybeSent)
      stale.add(new Stale(former, pack.key(i)));
    pack.states().set(i, Outbox.State.ON_LAPTOP);
    changed.add(pack.key(i));
    changes.add(meter, Math.min(former, measured), Math.max(former, measured));
  }

  /// A reading that has its former time again is no longer elsewhere too.
  private void noteStale() throws SQLException {
    Sql.update(connection, """
        MERGE INTO stale_stamp KEY (meter, stamp, reading)
        SELECT CAST(? AS INT), s.stamp, s.reading
        FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS s(stamp, reading)""", meter,
        stale.stream().map(Stale::stamp).toArray(), stale.stream().map(Stale::key).toArray());
    deleteStale(ownAgain());
  }

  /// Stale stamps that are the time of their own reading again.
  private List<Stale> ownAgain() throws SQLException {
    List<Stale> rows = Sql.list(connection, row -> new Stale(row.getLong(1), row.getLong(2)),
        "SELECT stamp, reading FROM stale_stamp WHERE meter = ?", meter);
    if (rows.isEmpty())
      return rows;
    var now = new HashMap<Long, Long>();
    for (int stretch : next.keySet()) {
      for (StretchPacks.Part part : StretchPacks.of(connection, placed(stretch).row()).parts()) {
        for (int i = part.from(); i < part.to(); i++) {
          now.put(part.pack().key(i), part.pack().times().measured(i));
        }
      }
    }
    return rows.stream().filter(row -> Objects.equals(now.get(row.key()), row.stamp())).toList();
  }

  private void deleteStale(List<Stale> rows) throws SQLException {
    try (PreparedStatement delete = connection
        .prepareStatement("DELETE FROM stale_stamp WHERE meter = ? AND stamp = ? AND reading = ?")) {
      for (Stale row : rows) {
        delete.setInt(1, meter);
        delete.setLong(2, row.stamp());
        delete.setLong(3, row.key());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }
}
