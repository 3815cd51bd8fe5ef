package org.semcollector.app.setup;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.semcollector.protocol.meter.Ssid;

/// Prepared set-ups in memory.
public final class FakeSetUps implements PreparedSetUps {
  private final NavigableMap<Ssid, PreparedSetUp> all = new TreeMap<>();

  @Override
  public synchronized List<PreparedSetUp> all() {
    return List.copyOf(all.values());
  }

  @Override
  public synchronized void keep(List<PreparedSetUp> setUps) {
    setUps.forEach(setUp -> all.put(setUp.ssid(), setUp));
  }

  @Override
  public synchronized void remove(Ssid ssid) {
    all.remove(ssid);
  }
}
