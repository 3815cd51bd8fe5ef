package org.semcollector.app.wifi.macos;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.RestoringConnection;
import org.semcollector.app.wifi.WifiException;

/// A meter that a Mac is in.
final class MacConnection extends RestoringConnection {
  private final MacWifi wifi;
  private final MacWay way;
  private final MacFormer former;
  private final InetAddress address;

  /// @param way by which it was joined and is left
  MacConnection(MacWifi wifi, MacWay way, MacFormer former, JoinedNetwork network, InetAddress address) {
    super(wifi, network, address, wifi.restoreLimit());
    this.wifi = wifi;
    this.way = way;
    this.former = former;
    this.address = address;
  }

  @Override
  public Optional<String> neighbour() {
    return wifi.neighbour(network().interfaceName(), address);
  }

  @Override
  protected Restored leave(Duration limit) throws WifiException {
    return wifi.leave(way, former, network(), limit);
  }
}
