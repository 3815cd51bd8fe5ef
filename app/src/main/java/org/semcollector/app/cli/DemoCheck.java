package org.semcollector.app.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.SimulatedMeter;
import org.semcollector.protocol.simulator.TrueReading;

/// What the store has of a simulated meter, held against the truth behind every record.
///
/// @param trueReadings what the meter had stored when it was collected
/// @param stored of those, how many are in the store exactly once and with the right channel
/// @param surplus stored readings that the meter never had, or had only once
/// @param rawErrorMillis sum of the raw stamps' distances from the truth
/// @param correctedErrorMillis sum of the corrected times' distances from the truth
/// @param held how many 90 % intervals hold the truth
record DemoCheck(
    Ssid ssid, int trueReadings, int stored, int surplus, double rawErrorMillis, double correctedErrorMillis,
    int held) {

  static DemoCheck of(SimulatedMeter meter, ReadingStore store) throws StoreException {
    List<TrueReading> truth = meter.truth();
    int epoch = truth.stream().mapToInt(TrueReading::epoch).max().orElse(0);
    var expected = new HashMap<Integer, TrueReading>();
    for (TrueReading reading : truth) {
      if (reading.epoch() == epoch)
        expected.put(reading.record(), reading);
    }
    var tally = new Tally(expected);
    store.forEach(meter.ssid(), ReadingStore.Range.ALL, tally::take);
    return new DemoCheck(meter.ssid(), tally.wanted, tally.stored, tally.surplus, tally.rawError,
        tally.correctedError, tally.held);
  }

  boolean holds() {
    return stored == trueReadings && surplus == 0;
  }

  private static final class Tally {
    final Map<Integer, TrueReading> open;
    final int wanted;
    int stored;
    int surplus;
    int held;
    double rawError;
    double correctedError;

    Tally(Map<Integer, TrueReading> expected) {
      open = expected;
      wanted = expected.size();
    }

    void take(StoredReading reading) {
      TrueReading truth = open.remove((int) reading.record());
      if (truth == null || truth.channel() != reading.raw().channel()) {
        surplus++;
        return;
      }
      stored++;
      rawError += Math.abs(reading.raw().deviceMillis() - truth.measuredAt().toEpochMilli());
      correctedError += Duration.between(truth.measuredAt(), reading.time().measuredAt()).abs().toMillis();
      boolean inside = !truth.measuredAt().isBefore(reading.time().earliest())
          && !truth.measuredAt().isAfter(reading.time().latest());
      if (inside)
        held++;
    }
  }
}
