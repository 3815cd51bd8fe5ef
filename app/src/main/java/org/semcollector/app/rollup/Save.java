package org.semcollector.app.rollup;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.semcollector.app.store.StoredReading;

/// The readings of one save that are looked at together: one, or one of each channel, taken about a second apart.
///
/// @param readings at least one, oldest first
record Save(List<StoredReading> readings) {
  Save {
    readings = List.copyOf(readings);
  }

  StoredReading last() {
    return readings.getLast();
  }

  /// Whether a reading was saved together with the one before it in time.
  static boolean isOfOneSave(StoredReading before, StoredReading next) {
    long apart = next.time().measuredAt().toEpochMilli() - before.time().measuredAt().toEpochMilli();
    return next.raw().channel() > before.raw().channel() && next.period() == before.period()
        && apart < next.period().length().toMillis() / 4;
  }

  double activePowerW() {
    return sum(reading -> reading.raw().activePowerW());
  }

  double apparentPowerVa() {
    return sum(reading -> reading.raw().apparentPowerVa());
  }

  double currentA() {
    return sum(reading -> reading.raw().currentA());
  }

  double voltageV() {
    return sum(reading -> reading.raw().voltageV()) / readings.size();
  }

  private double sum(ToDoubleFunction<StoredReading> value) {
    double sum = 0;
    for (StoredReading reading : readings)
      sum += value.applyAsDouble(reading);
    return sum;
  }
}
