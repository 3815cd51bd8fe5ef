package org.semcollector.protocol.clock;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.reading.Reading;

/// The records of one save: one, or one per phase, stamped about a second apart. They belong together whatever happens.
///
/// @param from position of the first record
/// @param to position after the last record
/// @param firstMillis the earliest stamp
/// @param lastMillis the latest stamp
/// @param periodMillis the save period
record Save(int from, int to, long firstMillis, long lastMillis, long periodMillis) {
  static List<Save> of(ClockProblem problem) {
    List<Reading> readings = problem.readings();
    var saves = new ArrayList<Save>(readings.size());
    for (int from = 0; from < readings.size();) {
      long periodMillis = problem.periods().get(from).length().toMillis();
      long first = readings.get(from).deviceMillis();
      long last = first;
      int to = from + 1;
      while (to < readings.size() && readings.get(to).channel() > readings.get(to - 1).channel()
          && Math.abs(readings.get(to).deviceMillis() - last) < periodMillis / 4) {
        first = Math.min(first, readings.get(to).deviceMillis());
        last = Math.max(last, readings.get(to).deviceMillis());
        to++;
      }
      saves.add(new Save(from, to, first, last, periodMillis));
      from = to;
    }
    return saves;
  }

  /// Whether this save came after a boot that put the clock back to `bootMillis`.
  ///
  /// The next save is at least a period later; the last one before may be stamped up to a second later than the boot.
  boolean isAfterBoot(long bootMillis) {
    return firstMillis > bootMillis + periodMillis / 2;
  }

  /// Whether the stamps go on from the save before as they do without a boot or a clock set.
  boolean goesOnFrom(Save before) {
    return firstMillis >= before.lastMillis + periodMillis / 2;
  }
}
