package org.semcollector.app.rollup;

import org.semcollector.app.store.StoredReading;

/// The readings of one save that are looked at together: one, or one of each channel, taken about a second apart. It is
/// filled again for each save, so that adding millions of readings up makes no garbage; nobody may keep it.
final class Save {
  /// Channels only rise within a save.
  private static final int MOST = 4;

  private final StoredReading[] readings = new StoredReading[MOST];
  private int count;
  private double activePowerW;
  private double apparentPowerVa;
  private double voltagesV;
  private double currentA;

  /// A save of one reading.
  static Save of(StoredReading reading) {
    var save = new Save();
    save.add(reading);
    return save;
  }

  void clear() {
    count = 0;
    activePowerW = 0;
    apparentPowerVa = 0;
    voltagesV = 0;
    currentA = 0;
  }

  /// Adds the next reading, see [#continuesWith].
  void add(StoredReading reading) {
    readings[count++] = reading;
    activePowerW += reading.raw().activePowerW();
    apparentPowerVa += reading.raw().apparentPowerVa();
    voltagesV += reading.raw().voltageV();
    currentA += reading.raw().currentA();
  }

  /// Whether a reading was saved together with the last one here.
  boolean continuesWith(StoredReading next) {
    StoredReading last = last();
    long apart = next.time().measuredAt().toEpochMilli() - last.time().measuredAt().toEpochMilli();
    return next.raw().channel() > last.raw().channel() && next.period() == last.period() && count < MOST
        && apart < next.period().length().toMillis() / 4;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /// @param i 0 is the oldest
  StoredReading reading(int i) {
    return readings[i];
  }

  StoredReading last() {
    return readings[count - 1];
  }

  double activePowerW() {
    return activePowerW;
  }

  double apparentPowerVa() {
    return apparentPowerVa;
  }

  double currentA() {
    return currentA;
  }

  double voltageV() {
    return voltagesV / count;
  }
}
