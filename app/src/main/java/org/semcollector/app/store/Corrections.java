package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// The times of readings, kept as versions. No version overwrites another one, nor the raw stamps.
///
/// A reading whose time changes and whose old time a server may have is to be sent again; the old time is kept among
/// the [StaleStamps] until it is deleted there.
public interface Corrections {
  /// One run of an estimator over a stretch.
  ///
  /// @param id number of the run, in the order in which runs were made
  record Run(int id, String estimator, int estimatorVersion, Instant madeAt) {}

  /// Readings placed in time together.
  ///
  /// @param id number of the stretch
  /// @param evidence what they were first placed by
  /// @param firstKey key of the first reading, see [ReadingKey]
  /// @param lastKey key of the last reading
  /// @param current the run whose times count now
  /// @param runs all runs, oldest first
  record PlacedStretch(int id, Stretch evidence, long firstKey, long lastKey, Run current, List<Run> runs) {
    public PlacedStretch {
      runs = List.copyOf(runs);
    }
  }

  /// Times for all readings of a stretch, keys ascending.
  record NewTimes(int stretch, String estimator, int estimatorVersion, Instant madeAt, List<CorrectedTime> times) {
    public NewTimes {
      times = List.copyOf(times);
    }
  }

  /// The stretches of a meter, in stored order.
  List<PlacedStretch> stretches(Ssid ssid) throws StoreException;

  /// The readings of a stretch with the times that count now, keys ascending.
  List<StoredReading> readings(int stretch) throws StoreException;

  /// The times that a run gave, keys ascending; see [#readings].
  List<CorrectedTime> times(int stretch, int run) throws StoreException;

  /// Adds a run to each of the stretches of one meter and makes it the one that counts, all in one transaction. Times
  /// that another reading of the meter has already move to the next free millisecond.
  void apply(Ssid ssid, List<NewTimes> changes) throws StoreException;

  /// Makes runs count that were made before: stretch and run. All in one transaction.
  void restore(Ssid ssid, List<Former> runs) throws StoreException;

  /// A run to go back to.
  record Former(int stretch, int run) {}
}
