package org.semcollector.app.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.TelemetryServer.Span;
import org.semcollector.app.sync.TelemetryServer.Tally;

/// What a server must count of some proven readings, given oldest first. No two of them have one stamp.
final class ProvenTally implements Consumer<StoredReading> {
  private final List<PlacedStretch> changed;
  private final RandomGenerator random;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private long stamps;
  private long energies;
  private double sumKwh;
  private double absoluteSumKwh;
  private int candidates;
  private @Nullable StoredReading sample;

  /// @param changed stretches whose times are not their first ones
  ProvenTally(List<PlacedStretch> changed, RandomGenerator random) {
    this.changed = changed;
    this.random = random;
  }

  @Override
  public void accept(StoredReading reading) {
    Instant stamp = Expected.stamp(reading);
    first = stamp.isBefore(first) ? stamp : first;
    last = stamp.isAfter(last) ? stamp : last;
    stamps++;
    double kwh = reading.intervalEnergyKwh();
    if (Double.isFinite(kwh)) {
      energies++;
      sumKwh += kwh;
      absoluteSumKwh += Math.abs(kwh);
    }
    if (isChanged(reading) && random.nextInt(++candidates) == 0) {
      sample = reading;
    }
  }

  private boolean isChanged(StoredReading reading) {
    for (PlacedStretch stretch : changed) {
      if (reading.key() >= stretch.firstKey() && reading.key() <= stretch.lastKey()) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return stamps == 0;
  }

  /// From the first stamp to the last one, exactly: readings that all stand a little earlier or later count less here.
  Expected expected() {
    return new Expected(new Span(first, last.plusMillis(1)), new Tally(stamps, energies, sumKwh), absoluteSumKwh,
        Set.of());
  }

  /// One reading whose time was changed; counts and sums cannot tell a server that still has its former time.
  Optional<StoredReading> sample() {
    return Optional.ofNullable(sample);
  }
}
