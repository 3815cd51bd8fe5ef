package org.semcollector.app.store;

import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// Firmware states on their way to a server. They are made in the transaction that ends a visit, and again when the
/// database is made again; a server keeps one value per key and time, so that sending one twice is sending it once.
public interface FirmwareReports {
  /// How far one is.
  enum Mark {
    ON_LAPTOP, ACCEPTED, PROVEN, REFUSED
  }

  /// The states of a meter that have a mark, oldest first.
  List<FirmwareReport> of(Ssid ssid, Mark mark) throws StoreException;

  /// Marks states.
  void mark(List<FirmwareReport> reports, Mark mark) throws StoreException;

  /// Sends everything of a meter again that has a mark.
  void again(Ssid ssid, Mark mark) throws StoreException;
}
