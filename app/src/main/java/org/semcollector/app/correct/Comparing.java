package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;

/// Adds up what changes, reading by reading, in stored order.
final class Comparing {
  private final ZoneId zone;
  private final Set<Long> onLaptopOnly;
  private final List<Long> moves = new ArrayList<>();
  private final List<Long> doubtsBefore = new ArrayList<>();
  private final List<Long> doubtsAfter = new ArrayList<>();
  private final List<Move> groups = new ArrayList<>();
  private final Set<LocalDate> days = new HashSet<>();
  private long readings;
  private long resent;

  /// @param onLaptopOnly keys of readings that no server can have
  Comparing(ZoneId zone, Set<Long> onLaptopOnly) {
    this.zone = zone;
    this.onLaptopOnly = onLaptopOnly;
  }

  void add(StoredReading reading, CorrectedTime now) {
    readings++;
    doubtsBefore.add(doubt(reading.time()));
    doubtsAfter.add(doubt(now));
    Instant before = reading.time().measuredAt();
    long millis = Duration.between(before, now.measuredAt()).toMillis();
    if (millis == 0)
      return;
    moves.add(Math.abs(millis));
    if (!onLaptopOnly.contains(reading.key()))
      resent++;
    if (!day(before).equals(day(now.measuredAt()))) {
      days.add(day(before));
      days.add(day(now.measuredAt()));
    }
    group(before, Duration.ofMillis(millis));
  }

  Preview preview() {
    List<Move> largest = groups.stream().sorted(Comparator.comparing((Move move) -> move.by().abs()).reversed())
        .limit(Preview.MOST_MOVES).toList();
    return new Preview(readings, moves.size(), median(moves), largest, days.size(), resent, median(doubtsBefore),
        median(doubtsAfter));
  }

  private void group(Instant before, Duration by) {
    Move last = groups.isEmpty() ? null : groups.getLast();
    if (last != null && last.by().minus(by).abs().compareTo(Duration.ofSeconds(1)) <= 0 && !before.isBefore(last.to()))
      groups.set(groups.size() - 1, new Move(last.from(), before, last.by(), last.readings() + 1));
    else
      groups.add(new Move(before, before, by, 1));
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private static long doubt(CorrectedTime time) {
    return Duration.between(time.earliest(), time.latest()).toMillis();
  }

  private static Duration median(List<Long> millis) {
    long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Duration.ZERO : Duration.ofMillis(sorted[sorted.length / 2]);
  }
}
