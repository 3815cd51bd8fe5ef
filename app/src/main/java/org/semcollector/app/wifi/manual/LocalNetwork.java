package org.semcollector.app.wifi.manual;

import java.util.List;

/// What the system tells any program about this computer's networks.
public interface LocalNetwork {
  /// Addresses of adapters that are up, without loopback; empty when the system tells nothing.
  List<LocalAddress> addresses();

  /// Who has the meters' address, on any adapter; empty when nobody was talked to yet or the table cannot be read.
  List<Neighbour> atMeterAddress();
}
