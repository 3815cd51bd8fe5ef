package org.semcollector.app.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semcollector.protocol.clock.CorrectedTime;

/// Keeps a meter's measured times distinct to the millisecond: a server keeps one value per key and time. A time that
/// is taken moves to the next free millisecond, in stored order, so that a replay gives the same times again.
public final class UniqueTimes {
  /// Times up to so long after the last one must be known: that many readings with one time there are not.
  public static final int BEYOND_MILLIS = 1_000_000;
  private final Set<Long> taken;

  private UniqueTimes(Set<Long> taken) {
    this.taken = taken;
  }

  /// Beside times that others have, ms since 1970.
  public static UniqueTimes beside(Set<Long> taken) {
    return new UniqueTimes(new HashSet<>(taken));
  }

  /// For new times of a meter, beside those its stored readings have.
  static UniqueTimes of(IngestTransaction tx, int meter, List<CorrectedTime> times) throws StoreException {
    Instant first = times.stream().map(CorrectedTime::measuredAt).min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant last = times.stream().map(CorrectedTime::measuredAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    return new UniqueTimes(new HashSet<>(tx.measuredMillis(meter, first, last.plusMillis(BEYOND_MILLIS))));
  }

  /// The time itself in whole milliseconds, or moved as little as needed.
  public CorrectedTime take(CorrectedTime time) {
    long millis = time.measuredAt().toEpochMilli();
    while (!taken.add(millis)) {
      millis++;
    }
    Instant at = Instant.ofEpochMilli(millis);
    long earliest = Math.min(time.earliest().toEpochMilli(), millis);
    long latest = Math.max(time.latest().toEpochMilli(), millis);
    return new CorrectedTime(at, Instant.ofEpochMilli(earliest), Instant.ofEpochMilli(latest), time.why());
  }
}
