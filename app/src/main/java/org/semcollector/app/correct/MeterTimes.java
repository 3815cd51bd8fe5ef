package org.semcollector.app.correct;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// The stretches of one meter, in stored order, and their readings, each fetched once.
final class MeterTimes {
  private final Corrections corrections;
  private final List<PlacedStretch> stretches;
  private final List<Restarts.Restart> restarts;
  private final Map<Integer, List<StoredReading>> readings = new HashMap<>();

  private MeterTimes(Corrections corrections, List<PlacedStretch> stretches, List<Restarts.Restart> restarts) {
    this.corrections = corrections;
    this.restarts = restarts;
    this.stretches = stretches;
  }

  static MeterTimes of(CorrectStores stores, Ssid ssid) throws StoreException {
    return new MeterTimes(stores.corrections(), List.copyOf(stores.corrections().stretches(ssid)),
        List.copyOf(stores.restarts().of(ssid)));
  }

  int size() {
    return stretches.size();
  }

  /// @param index position in stored order
  PlacedStretch stretch(int index) {
    return stretches.get(index);
  }

  /// With the times that count now, keys ascending.
  List<StoredReading> readings(int index) throws StoreException {
    List<StoredReading> known = readings.get(index);
    if (known != null)
      return known;
    List<StoredReading> read = List.copyOf(corrections.readings(stretch(index).id()));
    readings.put(index, read);
    return read;
  }

  /// The restarts from here that fall between a stretch's clock set, or the visit before, and its own visit.
  List<Restarts.Restart> restarts(int index) {
    Instant end = stretch(index).evidence().collectedAt();
    Instant start = stretch(index).evidence().clockSetAt()
        .orElse(index == 0 ? Instant.EPOCH : stretch(index - 1).evidence().collectedAt());
    return restarts.stream().filter(restart -> !restart.from().isBefore(start) && !restart.to().isAfter(end)).toList();
  }

  /// The times that count now.
  List<CorrectedTime> current(int index) throws StoreException {
    return readings(index).stream().map(StoredReading::time).toList();
  }

  /// The times by which the readings were stored at first.
  List<CorrectedTime> first(int index) throws StoreException {
    return times(index, stretch(index).runs().getFirst());
  }

  /// The times of any run.
  List<CorrectedTime> times(int index, Corrections.Run run) throws StoreException {
    PlacedStretch stretch = stretch(index);
    return run.id() == stretch.current().id() ? current(index) : corrections.times(stretch.id(), run.id());
  }
}
