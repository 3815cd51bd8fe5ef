package org.semcollector.app.meter;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;

/// Reads the store back and looks for every reading a meter sent, raw value by raw value.
final class StoredProof {
  private final Map<Reading, Integer> missing;
  private int found;
  private @Nullable Instant first;
  private @Nullable Instant last;

  private StoredProof(List<Reading> readings) {
    missing = HashMap.newHashMap(readings.size());
    for (Reading reading : readings) {
      missing.merge(reading, 1, Integer::sum);
    }
  }

  /// Looks for the readings of a meter.
  static StoredProof of(ReadingStore store, Ssid ssid, List<Reading> readings) throws StoreException {
    var proof = new StoredProof(readings);
    if (!readings.isEmpty())
      store.forEach(ssid, ReadingStore.Range.ALL, proof::look);
    return proof;
  }

  /// How many of them the store gave back.
  int found() {
    return found;
  }

  /// Measured time of the earliest of them.
  Optional<Instant> first() {
    return Optional.ofNullable(first);
  }

  /// Measured time of the latest of them.
  Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  private void look(StoredReading stored) {
    if (missing.merge(stored.raw(), -1, Integer::sum) < 0)
      return;
    found++;
    Instant at = stored.time().measuredAt();
    if (first == null || at.isBefore(first))
      first = at;
    if (last == null || at.isAfter(last))
      last = at;
  }
}
