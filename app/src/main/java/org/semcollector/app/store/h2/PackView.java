package org.semcollector.app.store.h2;

import org.semcollector.app.store.ReadingView;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.SavePeriod;

/// Shows the readings of a pack one after the other.
final class PackView implements ReadingView {
  private final Pack pack;
  private int i;

  PackView(Pack pack) {
    this.pack = pack;
  }

  PackView at(int index) {
    i = index;
    return this;
  }

  @Override
  public long key() {
    return pack.key(i);
  }

  @Override
  public int channel() {
    return pack.records().channel(i);
  }

  @Override
  public SavePeriod period() {
    return pack.layout().period(i);
  }

  @Override
  public long measuredMillis() {
    return pack.times().measured(i);
  }

  @Override
  public long earliestMillis() {
    return pack.times().earliest(i);
  }

  @Override
  public long latestMillis() {
    return pack.times().latest(i);
  }

  @Override
  public Why why() {
    return pack.times().why(i);
  }

  @Override
  public long deviceMillis() {
    return pack.records().deviceMillis(i);
  }

  @Override
  public float activePowerW() {
    return pack.records().activePowerW(i);
  }

  @Override
  public float apparentPowerVa() {
    return pack.records().apparentPowerVa(i);
  }

  @Override
  public float currentA() {
    return pack.records().currentA(i);
  }

  @Override
  public float voltageV() {
    return pack.records().voltageV(i);
  }

  @Override
  public double intervalEnergyKwh() {
    return pack.layout().period(i).energyKwh(pack.records().intervalEnergyKwh(i));
  }
}
