package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;

/// Finds the first save after a visit among what later visits brought.
///
/// Setting the clock does not touch the save timer. The first save by the clock that the visit set therefore tells when
/// the meter saved last before, and with that what its old clock lagged.
record NextSaves(MeterTimes meter) {
  /// The meter drops the milliseconds of the time it is set to.
  private static final Duration TRUNCATION = Duration.ofSeconds(1);
  /// The last save before a boot can be stamped up to a second later than the boot.
  private static final long STAMPED_LATE_MILLIS = 2_000;

  /// @param index which stretch's visit
  /// @param last the last stretch to look at
  /// @return its true time; empty while it is not known
  Optional<Instant> after(int index, int last) throws StoreException {
    if (index >= last)
      return Optional.empty();
    Instant collectedAt = meter.stretch(index).evidence().collectedAt();
    Stretch next = meter.stretch(index + 1).evidence();
    // a save between two reads of the visit was stamped by the old clock: the one after it is not the first
    // the meter is sent a whole second that may have begun just before it was read
    boolean clockWasSet = next.clockSetAt().filter(set -> !set.isBefore(collectedAt.minus(TRUNCATION))).isPresent();
    return clockWasSet ? firstSave(next, meter.readings(index + 1)) : Optional.empty();
  }

  private static Optional<Instant> firstSave(Stretch stretch, List<StoredReading> readings) {
    if (readings.isEmpty())
      return Optional.empty();
    long stamp = readings.getFirst().raw().deviceMillis();
    Instant at = Instant.ofEpochMilli(stamp);
    boolean booted = stretch.boots().stream().anyMatch(boot -> boot < stamp - STAMPED_LATE_MILLIS);
    boolean bySetClock = stretch.clockSetAt().filter(set -> !at.isBefore(set.minus(TRUNCATION))).isPresent();
    return booted || !bySetClock ? Optional.empty() : Optional.of(at);
  }
}
