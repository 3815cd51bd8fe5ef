package org.semcollector.app.store;

import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// Times that a server may have for readings that have another time now. As long as they are there, the server counts
/// the energy of these readings twice.
public interface StaleStamps {
  /// Up to `limit` stale stamps of a meter, ms since 1970, ascending; without those that are the time of one of its
  /// readings now: sending that reading replaces them.
  List<Long> next(Ssid ssid, int limit) throws StoreException;

  /// Forgets stamps that were deleted on the server and are proven to be gone.
  void deleted(Ssid ssid, List<Long> stamps) throws StoreException;

  /// How many stamps [#next] would give without limit.
  long count(Ssid ssid) throws StoreException;
}
