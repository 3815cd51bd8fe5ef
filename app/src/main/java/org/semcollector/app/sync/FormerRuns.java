package org.semcollector.app.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Corrections.Run;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// The times that a meter's readings had in runs that do not count any more.
final class FormerRuns {
  private final Corrections corrections;
  private final Ssid ssid;
  private @Nullable List<PlacedStretch> changed;

  FormerRuns(Corrections corrections, Ssid ssid) {
    this.corrections = corrections;
    this.ssid = ssid;
  }

  /// Takes a former time and the reading that had it.
  interface Taker {
    void take(Instant stamp, StoredReading reading);
  }

  /// Stretches that were placed more than once.
  List<PlacedStretch> changed() throws StoreException {
    List<PlacedStretch> known = changed;
    if (known == null) {
      known = corrections.stretches(ssid).stream().filter(stretch -> stretch.runs().size() > 1).toList();
      changed = known;
    }
    return known;
  }

  /// All former times, as whole milliseconds; a time may come more than once.
  void forEach(Taker taker) throws StoreException {
    for (PlacedStretch stretch : changed()) {
      List<StoredReading> readings = corrections.readings(stretch.id());
      for (Run run : stretch.runs()) {
        if (run.id() != stretch.current().id()) {
          List<CorrectedTime> times = corrections.times(stretch.id(), run.id());
          for (int i = 0; i < times.size(); i++) {
            taker.take(Instant.ofEpochMilli(times.get(i).measuredAt().toEpochMilli()), readings.get(i));
          }
        }
      }
    }
  }
}
