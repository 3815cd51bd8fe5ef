package org.semcollector.app.store;

import java.util.List;
import java.util.Set;
import org.semcollector.protocol.meter.Ssid;

/// Times that a server may have for readings that have another time now. As long as they are there, the server counts
/// the energy of these readings twice.
public interface StaleStamps {
  /// Up to `limit` stale stamps of a meter from `from` on, ms since 1970, ascending; without those that are now the time
  /// of a reading that is accepted or proven: it has replaced them.
  List<Long> next(Ssid ssid, long from, int limit) throws StoreException;

  /// Forgets stamps that were deleted on the server and are proven to be gone.
  void deleted(Ssid ssid, List<Long> stamps) throws StoreException;

  /// Adds stamps of former times that a server was seen to have although they were forgotten: it was put back to an
  /// older state, or an upload came late.
  void seenAgain(Ssid ssid, List<Long> stamps) throws StoreException;

  /// Those of the readings that a server may have at a stale stamp: sent now, their energy would count twice.
  Set<Long> moved(Ssid ssid, List<Long> keys) throws StoreException;

  /// How many stamps [#next] would give without limit.
  long count(Ssid ssid) throws StoreException;
}
