package org.semcollector.app.store.h2;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.semcollector.app.store.Corrections.NewTimes;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Corrections.Run;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.RestartedBoot;

/// The tables `stretch` and `correction_run`.
final class StretchRows {
  /// A stretch.
  ///
  /// @param run the one whose times count now
  record Row(int id, long firstKey, long lastKey, int run) {}

  private StretchRows() {}

  /// The stretches of a meter, in stored order.
  static List<PlacedStretch> of(Connection connection, int meter) throws SQLException {
    return Sql.list(connection, row -> placed(connection, row),
        "SELECT * FROM stretch WHERE first_reading BETWEEN ? AND ? ORDER BY id", ReadingKey.firstOf(meter),
        ReadingKey.lastOf(meter));
  }

  private static PlacedStretch placed(Connection connection, ResultSet row) throws SQLException {
    int id = row.getInt("id");
    int current = row.getInt("run");
    List<Run> runs = Sql.list(connection, StretchRows::run,
        "SELECT * FROM correction_run WHERE stretch = ? ORDER BY id", id);
    Run first = runs.getFirst();
    Run counting = runs.stream().filter(run -> run.id() == current).findFirst()
        .orElseThrow(() -> new SQLException("the run " + current + " is not one of the stretch " + id));
    var evidence = new Stretch(row.getString("visit"), Sql.instant(row, "clock_set_at"), numbers(row, "boots"),
        restarts(row), Sql.instant(row, "collected_at").orElseThrow(), first.estimator(), first.estimatorVersion(),
        first.madeAt());
    return new PlacedStretch(id, evidence, row.getLong("first_reading"), row.getLong("last_reading"), counting, runs);
  }

  private static List<RestartedBoot> restarts(ResultSet row) throws SQLException {
    List<Long> numbers = numbers(row, "restarts");
    var restarts = new ArrayList<RestartedBoot>();
    for (int i = 0; i + 2 < numbers.size(); i += 3) {
      restarts.add(new RestartedBoot(numbers.get(i), new Evidence.Restart(Instant.ofEpochMilli(numbers.get(i + 1)),
          Instant.ofEpochMilli(numbers.get(i + 2)))));
    }
    return restarts;
  }

  private static List<Long> numbers(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    var numbers = new ArrayList<Long>();
    for (Object number : (Object[]) array.getArray()) {
      numbers.add((Long) Objects.requireNonNull(number));
    }
    return numbers;
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(row.getInt("id"), row.getString("estimator"), row.getInt("estimator_version"),
        row.getObject("made_at", Instant.class));
  }

  static Row require(Connection connection, int stretch) throws SQLException {
    return Sql.first(connection, row -> new Row(row.getInt(1), row.getLong(2), row.getLong(3), row.getInt(4)),
        "SELECT id, first_reading, last_reading, run FROM stretch WHERE id = ?", stretch)
        .orElseThrow(() -> new IllegalArgumentException("there is no stretch " + stretch));
  }

  static int addRun(Connection connection, NewTimes times) throws SQLException {
    return PackInsert.generated(connection,
        "INSERT INTO correction_run (stretch, estimator, estimator_version, made_at) VALUES (?, ?, ?, ?)",
        times.stretch(), times.estimator(), times.estimatorVersion(), times.madeAt());
  }

  /// Makes a run the one whose times count.
  static void setRun(Connection connection, int stretch, int run) throws SQLException {
    Sql.update(connection, "UPDATE stretch SET run = ? WHERE id = ?", run, stretch);
  }
}
