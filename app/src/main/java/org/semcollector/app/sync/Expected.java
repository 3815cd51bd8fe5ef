package org.semcollector.app.sync;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.TelemetryServer.Span;
import org.semcollector.app.sync.TelemetryServer.Tally;
import org.semcollector.protocol.meter.Ssid;

/// What the server must have between the first and the last stamp of some readings if it has them and everything of the
/// meter that lies between.
///
/// @param span first stamp to last stamp + 1 ms
/// @param tally distinct stamps, and their energies, of all readings the laptop knows there
/// @param absoluteSumKwh sum of the energies' magnitudes, for the tolerance
/// @param doubled keys of the given readings whose stamp belongs to another reading with a lower key
record Expected(Span span, Tally tally, double absoluteSumKwh, Set<Long> doubled) {
  /// Energies travel as shortest decimals and are summed in another order; half a digit of a 32-bit float is 6e-8.
  private static final double RELATIVE_TOLERANCE = 1e-6;
  private static final double TOLERANCE_PER_STAMP_KWH = 1e-9;

  /// @param entries oldest first, not empty
  static Expected of(ReadingStore readings, Ssid ssid, List<Entry> entries) throws StoreException {
    Span span = new Span(stamp(entries.getFirst().reading()), stamp(entries.getLast().reading()).plusMillis(1));
    var counter = new Counter(entries.stream().map(e -> e.reading().key()).collect(Collectors.toSet()));
    readings.forEach(ssid, new ReadingStore.Range(span.from(), span.to()), counter::add);
    counter.finishStamp();
    return new Expected(span, new Tally(counter.stamps, counter.energies, counter.sumKwh), counter.absoluteSumKwh,
        counter.doubled);
  }

  /// The server's time stamp of a reading: whole milliseconds.
  static Instant stamp(StoredReading reading) {
    return Instant.ofEpochMilli(reading.time().measuredAt().toEpochMilli());
  }

  boolean equalTo(Tally seen) {
    return seen.stamps() == tally.stamps() && seen.energies() == tally.energies()
        && Math.abs(seen.energySumKwh() - tally.energySumKwh()) <= tolerance(absoluteSumKwh, tally.energies());
  }

  static boolean sameEnergy(double seenKwh, double ownKwh) {
    return Math.abs(seenKwh - ownKwh) <= tolerance(Math.abs(ownKwh), 1);
  }

  private static double tolerance(double absoluteKwh, long stamps) {
    return RELATIVE_TOLERANCE * absoluteKwh + TOLERANCE_PER_STAMP_KWH * stamps;
  }

  /// Counts distinct stamps in a stream ordered by time.
  private static final class Counter {
    private final Set<Long> given;
    private final Set<Long> doubled = new HashSet<>();
    private Instant stamp = Instant.MIN;
    private long owner;
    private double ownerKwh;
    private long stamps;
    private long energies;
    private double sumKwh;
    private double absoluteSumKwh;

    Counter(Set<Long> given) {
      this.given = given;
    }

    void add(StoredReading reading) {
      Instant at = stamp(reading);
      if (!at.equals(stamp)) {
        finishStamp();
        stamp = at;
        take(reading);
      } else if (reading.key() < owner) {
        loses(owner);
        take(reading);
      } else {
        loses(reading.key());
      }
    }

    private void take(StoredReading reading) {
      owner = reading.key();
      ownerKwh = reading.intervalEnergyKwh();
    }

    private void loses(long key) {
      if (given.contains(key)) {
        doubled.add(key);
      }
    }

    void finishStamp() {
      if (stamp.equals(Instant.MIN)) {
        return;
      }
      stamps++;
      if (Double.isFinite(ownerKwh)) {
        energies++;
        sumKwh += ownerKwh;
        absoluteSumKwh += Math.abs(ownerKwh);
      }
    }
  }
}
