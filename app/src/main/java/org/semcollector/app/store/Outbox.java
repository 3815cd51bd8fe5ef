package org.semcollector.app.store;

import java.util.List;
import java.util.Map;
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

  /// Marks readings accepted by the server, proof outstanding.
  void accepted(List<Long> keys) throws StoreException;

  /// Removes readings that a read-back has proven to be on the server.
  void proven(List<Long> keys) throws StoreException;

  /// Sets readings aside with the server's reason.
  void refused(List<Long> keys, String reason) throws StoreException;

  /// How many readings are in each state.
  Map<State, Long> counts(Ssid ssid) throws StoreException;
}
