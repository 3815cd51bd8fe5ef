package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.pack.Layout;
import org.semcollector.app.store.pack.OutboxStates;

/// Changes of states inside one transaction. Packs and meters count anew what changed.
final class OutboxMarks {
  private final Connection connection;

  OutboxMarks(Connection connection) {
    this.connection = connection;
  }

  /// Puts readings that are in the outbox, and still have the given time, into a state.
  ///
  /// @return keys of those
  List<Long> move(List<StoredReading> readings, State to) throws SQLException {
    return mark(readings, (states, i) -> states.set(i, to));
  }

  /// Takes readings that still have the given time out of the outbox. What a server had there for others is replaced.
  void prove(List<StoredReading> readings) throws SQLException {
    List<StoredReading> known = readings.stream().sorted(Comparator.comparingLong(StoredReading::key)).toList();
    var proven = new HashSet<>(mark(known, OutboxStates::prove));
    if (Sql.first(connection, _ -> true, "SELECT 1 FROM stale_stamp FETCH FIRST ROW ONLY").isEmpty())
      return;
    for (var ofMeter : byMeter(known.stream().filter(reading -> proven.contains(reading.key())).toList()).entrySet()) {
      Sql.update(connection, "DELETE FROM stale_stamp WHERE meter = ? AND stamp = ANY(CAST(? AS BIGINT ARRAY))",
          ofMeter.getKey(),
          ofMeter.getValue().stream().map(reading -> reading.time().measuredAt().toEpochMilli()).toArray());
    }
  }

  private interface Mark {
    void on(OutboxStates states, int i);
  }

  private List<Long> mark(List<StoredReading> readings, Mark mark) throws SQLException {
    var marked = new ArrayList<Long>();
    for (var ofMeter : byMeter(readings).entrySet()) {
      List<StoredReading> given = ofMeter.getValue();
      var byKey = new HashMap<Long, StoredReading>();
      given.forEach(reading -> byKey.put(reading.key(), reading));
      var keys = byKey.keySet().stream().mapToLong(Long::longValue).summaryStatistics();
      for (PackHead head : Packs.between(connection, keys.getMin(), keys.getMax())) {
        Pack pack = Packs.load(connection, head);
        int before = marked.size();
        for (int i = 0; i < pack.count(); i++) {
          StoredReading reading = byKey.get(pack.key(i));
          if (reading != null && !pack.states().isProven(i)
              && pack.times().measured(i) == reading.time().measuredAt().toEpochMilli()) {
            mark.on(pack.states(), i);
            marked.add(pack.key(i));
          }
        }
        if (marked.size() > before)
          Packs.saveStates(connection, head.firstKey(), pack.states());
      }
      count(ofMeter.getKey());
    }
    forgetReasons(marked);
    return marked;
  }

  private static Map<Integer, List<StoredReading>> byMeter(List<StoredReading> readings) {
    var byMeter = new HashMap<Integer, List<StoredReading>>();
    for (StoredReading reading : readings) {
      byMeter.computeIfAbsent(ReadingKey.of(reading.key()).meter(), _ -> new ArrayList<>()).add(reading);
    }
    return byMeter;
  }

  /// Puts readings that are not in the outbox back among those on the laptop.
  void lose(List<Long> keys) throws SQLException {
    var byMeter = new HashMap<Integer, List<Long>>();
    keys.forEach(key -> byMeter.computeIfAbsent(ReadingKey.of(key).meter(), _ -> new ArrayList<>()).add(key));
    for (var ofMeter : byMeter.entrySet()) {
      List<Long> given = ofMeter.getValue().stream().sorted().toList();
      for (PackHead head : Packs.between(connection, given.getFirst(), given.getLast())) {
        Layout layout = Pack.layout(head);
        OutboxStates states = Pack.states(head);
        for (Long key : given) {
          boolean inPack = key >= head.firstKey() && key <= head.lastKey();
          int i = inPack ? layout.indexOf(ReadingKey.of(key).position()) : -1;
          if (i >= 0 && states.isProven(i))
            states.set(i, State.ON_LAPTOP);
        }
        Packs.saveStates(connection, head.firstKey(), states);
      }
      count(ofMeter.getKey());
    }
  }

  /// Puts a meter's refused readings back among those on the laptop.
  long retryRefused(int meter) throws SQLException {
    long moved = 0;
    for (PackHead head : Packs.between(connection, ReadingKey.firstOf(meter), ReadingKey.lastOf(meter),
        State.REFUSED)) {
      OutboxStates states = Pack.states(head);
      for (int i = 0; i < head.readings(); i++) {
        if (states.is(i, State.REFUSED)) {
          states.set(i, State.ON_LAPTOP);
          moved++;
        }
      }
      Packs.saveStates(connection, head.firstKey(), states);
    }
    Sql.update(connection, "DELETE FROM refusal WHERE reading BETWEEN ? AND ?", ReadingKey.firstOf(meter),
        ReadingKey.lastOf(meter));
    count(meter);
    return moved;
  }

  /// Why a reading was refused does not matter once it has another state.
  void forgetReasons(List<Long> keys) throws SQLException {
    if (!keys.isEmpty())
      Sql.update(connection, "DELETE FROM refusal WHERE reading = ANY(CAST(? AS BIGINT ARRAY))",
          (Object) keys.toArray());
  }

  /// Counts a meter's readings by state anew, from its packs.
  void count(int meter) throws SQLException {
    Sql.update(connection, """
        UPDATE meter SET (on_laptop, accepted, refused) = (
          SELECT COALESCE(SUM(on_laptop), 0), COALESCE(SUM(accepted), 0), COALESCE(SUM(refused), 0)
          FROM reading_pack WHERE first_key BETWEEN ? AND ?)
        WHERE id = ?""", ReadingKey.firstOf(meter), ReadingKey.lastOf(meter), meter);
  }
}
