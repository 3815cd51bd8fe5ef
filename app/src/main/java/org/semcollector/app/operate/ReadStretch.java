package org.semcollector.app.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;

/// The readings between two times at which a meter's clock was set, and the log entries among them.
final class ReadStretch {
  /// In less time a second of uncertainty is more than any drift.
  static final Duration SHORTEST_FOR_DRIFT = Duration.ofDays(1);
  /// The meter is sent whole seconds, and drops the rest.
  static final Duration TRUNCATION = Duration.ofSeconds(1);
  /// The last save before a boot can be stamped up to a second later than the boot.
  private static final long STAMPED_LATE_MILLIS = 2_000;
  /// A save comes up to so much later than its period.
  private static final Duration LATE = Duration.ofSeconds(15);
  /// From one save to the next, the period differs by so much.
  private static final Duration IRREGULAR = Duration.ofSeconds(4);

  private final Stretch evidence;
  private final List<StoredReading> readings;

  /// @param readings at least one; those of its first channel count
  ReadStretch(Stretch evidence, List<StoredReading> readings) {
    this.evidence = evidence;
    int channel = readings.getFirst().raw().channel();
    this.readings = readings.stream().filter(reading -> reading.raw().channel() == channel).toList();
  }

  String visit() {
    return evidence.visit();
  }

  Instant collectedAt() {
    return evidence.collectedAt();
  }

  Optional<Instant> clockSetAt() {
    return evidence.clockSetAt();
  }

  /// Boots since the clock was set.
  int starts() {
    return evidence.boots().size();
  }

  /// By the last stamp alone: the meter may have saved just before it was read, or be about to.
  ClockLag roughLag() {
    Duration since = Duration.ofMillis(collectedAt().toEpochMilli() - lastSign());
    return new ClockLag(since.minus(readings.getLast().period().length()).minus(LATE), since);
  }

  /// By the true time of the save that followed.
  ClockLag lagBy(Instant next) {
    Duration lag = Duration.ofMillis(next.toEpochMilli() - lastSign()).minus(spacing());
    return new ClockLag(lag.minus(IRREGULAR), lag.plus(IRREGULAR));
  }

  /// The first save by the clock that was set before this stretch, if no boot came before it.
  Optional<Instant> firstSave() {
    long stamp = readings.getFirst().raw().deviceMillis();
    Instant at = Instant.ofEpochMilli(stamp);
    boolean booted = evidence.boots().stream().anyMatch(boot -> boot < stamp - STAMPED_LATE_MILLIS);
    boolean bySetClock = clockSetAt().filter(set -> !at.isBefore(set.minus(TRUNCATION))).isPresent();
    return booted || !bySetClock ? Optional.empty() : Optional.of(at);
  }

  /// The last thing the meter's clock stamped: a save, or a boot after it, from which saves are counted anew.
  private long lastSign() {
    long last = readings.getLast().raw().deviceMillis();
    return evidence.boots().stream().filter(boot -> boot > last - STAMPED_LATE_MILLIS).mapToLong(Long::longValue).max()
        .orElse(last);
  }

  /// The usual time between two saves, by the meter's clock.
  private Duration spacing() {
    long[] spacings = new long[readings.size() - 1];
    for (int i = 1; i < readings.size(); i++)
      spacings[i - 1] = readings.get(i).raw().deviceMillis() - readings.get(i - 1).raw().deviceMillis();
    java.util.Arrays.sort(spacings);
    Duration period = readings.getLast().period().length();
    if (spacings.length == 0)
      return period;
    Duration median = Duration.ofMillis(spacings[spacings.length / 2]);
    return median.minus(period).abs().compareTo(LATE) <= 0 ? median : period;
  }
}
