package org.semcollector.app.rollup;

import org.semcollector.app.store.ReadingView;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.SavePeriod;

/// The readings of one save that are looked at together: one, or one of each channel, taken about a second apart. It is
/// filled again for each save, so that adding millions of readings up makes no garbage; nobody may keep it.
final class Save {
  /// Channels only rise within a save.
  private static final int MOST = 4;

  private final int[] channels = new int[MOST];
  private final long[] keys = new long[MOST];
  private final long[] stamps = new long[MOST];
  private final long[] measured = new long[MOST];
  private final long[] earliest = new long[MOST];
  private final long[] latest = new long[MOST];
  private final boolean[] clockNeverSet = new boolean[MOST];
  private final double[] energyKwh = new double[MOST];
  private SavePeriod period = SavePeriod.HOUR;
  private int count;
  private double activePowerW;
  private double apparentPowerVa;
  private double voltagesV;
  private double currentA;

  void clear() {
    count = 0;
    activePowerW = 0;
    apparentPowerVa = 0;
    voltagesV = 0;
    currentA = 0;
  }

  /// Adds the next reading, see [#continuesWith].
  void add(ReadingView reading) {
    channels[count] = reading.channel();
    keys[count] = reading.key();
    stamps[count] = reading.deviceMillis();
    measured[count] = reading.measuredMillis();
    earliest[count] = reading.earliestMillis();
    latest[count] = reading.latestMillis();
    clockNeverSet[count] = reading.why() == Why.CLOCK_NEVER_SET;
    energyKwh[count] = reading.intervalEnergyKwh();
    period = reading.period();
    count++;
    activePowerW += reading.activePowerW();
    apparentPowerVa += reading.apparentPowerVa();
    voltagesV += reading.voltageV();
    currentA += reading.currentA();
  }

  /// Whether a reading was saved together with the last one here.
  boolean continuesWith(ReadingView next) {
    return count < MOST && next.channel() > channels[count - 1] && next.period() == period
        && next.measuredMillis() - endMillis() < period.length().toMillis() / 4;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /// When the last reading was taken, ms since 1970.
  long endMillis() {
    return measured[count - 1];
  }

  SavePeriod period() {
    return period;
  }

  /// @param i 0 is the oldest reading
  int channel(int i) {
    return channels[i];
  }

  long key(int i) {
    return keys[i];
  }

  long deviceMillis(int i) {
    return stamps[i];
  }

  boolean clockNeverSet(int i) {
    return clockNeverSet[i];
  }

  long measuredMillis(int i) {
    return measured[i];
  }

  /// How much earlier the time of a reading may be, ms.
  long earlierMillis(int i) {
    return measured[i] - earliest[i];
  }

  /// How much later the time of a reading may be, ms.
  long laterMillis(int i) {
    return latest[i] - measured[i];
  }

  /// Not finite where the meter sent such a value.
  double energyKwh(int i) {
    return energyKwh[i];
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
