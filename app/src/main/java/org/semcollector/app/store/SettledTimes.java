package org.semcollector.app.store;

import java.util.Map;
import org.semcollector.protocol.meter.Ssid;

/// Up to where the times of meters are settled. Without a mark everything is only looked at once more.
public interface SettledTimes {
  /// The marks of all meters that have one.
  Map<Ssid, String> marks() throws StoreException;

  /// Sets the mark of a meter that is known.
  ///
  /// @param mark what the setter understands, at most 200 characters
  void mark(Ssid ssid, String mark) throws StoreException;
}
