package org.semcollector.app.wifi;

import java.util.Optional;

/// Keeps over a crash which network was left for a meter, where the system does not go back to it by itself.
public interface FormerNetworkNote {
  /// A network that was left for a meter.
  ///
  /// @param adapter the radio, as its system names it
  /// @param network its name, as its system wants it for joining it again; empty when there was none, or it is unknown
  record Former(String adapter, Optional<String> network) {}

  /// What a run of this program left and did not go back to before it ended; empty while that run still lives.
  Optional<Former> abandoned();

  /// Written before a network is left. A note that cannot be written is logged; the visit goes on.
  void write(Former former);

  /// Struck out when the network is back.
  void clear();
}
