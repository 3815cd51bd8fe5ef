package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.semcollector.app.store.pack.PackException;
import org.semcollector.app.store.pack.TimeCodec;
import org.semcollector.app.store.pack.Times;

/// The table `run_times`: what runs gave whose times do not count now.
final class RunTimes {
  private RunTimes() {}

  /// Keeps the times of a run; those kept before stay.
  static void keep(Connection connection, int run, Times times, long[] stamps) throws SQLException {
    boolean kept = Sql.first(connection, row -> true, "SELECT 1 FROM run_times WHERE run = ? AND part = 0", run)
        .isPresent();
    for (int from = 0; !kept && from < times.count(); from += Pack.LENGTH) {
      int to = Math.min(from + Pack.LENGTH, times.count());
      Sql.update(connection, "INSERT INTO run_times VALUES (?, ?, ?)", run, from / Pack.LENGTH,
          TimeCodec.pack(times.slice(from, to), Arrays.copyOfRange(stamps, from, to)));
    }
  }

  /// The times a run of a stretch gave.
  ///
  /// @param stamps of the stretch's readings
  static Times require(Connection connection, int stretch, int run, long[] stamps) throws SQLException {
    List<byte[]> parts = Sql.list(connection, row -> row.getBytes(1), """
        SELECT t.times FROM run_times t JOIN correction_run r ON r.id = t.run
        WHERE t.run = ? AND r.stretch = ? ORDER BY t.part""", run, stretch);
    if (parts.isEmpty())
      throw new IllegalArgumentException("the stretch " + stretch + " has no times of the run " + run);
    try {
      Times times = TimeCodec.unpack(parts.getFirst(), part(stamps, 0));
      for (int i = 1; i < parts.size(); i++) {
        times = times.and(TimeCodec.unpack(parts.get(i), part(stamps, i)));
      }
      return times;
    } catch (PackException e) {
      throw Pack.damaged(e);
    }
  }

  private static long[] part(long[] stamps, int part) {
    int from = part * Pack.LENGTH;
    return Arrays.copyOfRange(stamps, from, Math.min(from + Pack.LENGTH, stamps.length));
  }
}
