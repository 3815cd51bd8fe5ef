package org.semcollector.app.sync;

import java.util.List;
import java.util.Set;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// A store in which every reading keeps its first time.
final class BenchTimes implements StaleStamps, Corrections {
  @Override
  public List<Long> next(Ssid ssid, long from, int limit) {
    return List.of();
  }

  @Override
  public void deleted(Ssid ssid, List<Long> stamps) throws StoreException {
    throw unchanging();
  }

  @Override
  public void seenAgain(Ssid ssid, List<Long> stamps) throws StoreException {
    throw unchanging();
  }

  @Override
  public Set<Long> moved(Ssid ssid, List<Long> keys) {
    return Set.of();
  }

  @Override
  public long count(Ssid ssid) {
    return 0;
  }

  @Override
  public List<PlacedStretch> stretches(Ssid ssid) {
    return List.of();
  }

  @Override
  public List<StoredReading> readings(int stretch) {
    return List.of();
  }

  @Override
  public List<CorrectedTime> times(int stretch, int run) {
    return List.of();
  }

  @Override
  public void apply(Ssid ssid, List<NewTimes> changes) throws StoreException {
    throw unchanging();
  }

  @Override
  public void restore(Ssid ssid, List<Former> runs) throws StoreException {
    throw unchanging();
  }

  private static StoreException unchanging() {
    return new StoreException("The times of these readings never change.");
  }
}
