package org.semcollector.app.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.semcollector.protocol.meter.Ssid;

/// What the server is not yet proven to have. A reading enters in the transaction that stores it and leaves only when
/// it is proven.
public interface Outbox {
  /// How far a reading is on its way.
  enum State {
    /// Only on the laptop.
    ON_LAPTOP,
    /// The server said 200 to a device upload, which means queued, not stored.
    ACCEPTED,
    /// The server refused it for good; the reason is kept, the rest goes on.
    REFUSED
  }

  /// A reading on its way.
  ///
  /// @param kwhTotal cumulative energy of its channel up to and with this reading, kWh
  record Entry(StoredReading reading, State state, double kwhTotal) {}

  /// Up to `limit` entries of a meter in a state, oldest measured time first, after `afterKey` (0 = from the start).
  List<Entry> entries(Ssid ssid, State state, long afterKey, int limit) throws StoreException;

  /// Says that a meter's readings are about to be sent: from now on a server may have each of them at its present time,
  /// whatever becomes of this process. Durable when this returns. Whoever gives one of them another time keeps the
  /// present one among the [StaleStamps], whatever its state.
  void sending(Ssid ssid) throws StoreException;

  /// Marks readings accepted by the server, proof outstanding. One whose time is no longer the given one stays as it
  /// is: what the server took was its former time.
  void accepted(List<StoredReading> readings) throws StoreException;

  /// Removes readings that a read-back has proven to be on the server. One whose time is no longer the given one stays.
  void proven(List<StoredReading> readings) throws StoreException;

  /// Sets readings aside with the server's reason. One whose time is no longer the given one stays as it is.
  void refused(List<StoredReading> readings, String reason) throws StoreException;

  /// Puts proven readings back among those that are only on the laptop: the server lost them. Those that are in the
  /// outbox stay as they are.
  void lost(List<Long> keys) throws StoreException;

  /// Puts a meter's refused readings back among those that are only on the laptop.
  ///
  /// @return how many there were
  long retryRefused(Ssid ssid) throws StoreException;

  /// Why readings of a meter were refused, with the number of readings, the most frequent reason first.
  Map<String, Long> reasons(Ssid ssid) throws StoreException;

  /// Streams a meter's proven readings with `from <= measuredAt < to`, oldest first, in constant memory.
  void forEachProven(Ssid ssid, ReadingStore.Range range, Consumer<StoredReading> consumer) throws StoreException;

  /// How many readings are in each state.
  Map<State, Long> counts(Ssid ssid) throws StoreException;
}
