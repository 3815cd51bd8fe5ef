package org.semcollector.app.setup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Set-ups prepared in the office. They hold tokens: kept for their owner alone, never shown whole.
public interface PreparedSetUps {
  /// All of them, by SSID.
  List<PreparedSetUp> all() throws IOException;

  /// Keeps set-ups; one of the same meter is replaced. On the disk when this returns.
  void keep(List<PreparedSetUp> setUps) throws IOException;

  /// Forgets the one of a meter; does nothing when there is none.
  void remove(Ssid ssid) throws IOException;

  /// The one of a meter.
  default Optional<PreparedSetUp> of(Ssid ssid) throws IOException {
    return all().stream().filter(setUp -> setUp.ssid().equals(ssid)).findFirst();
  }
}
