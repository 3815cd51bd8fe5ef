package org.semcollector.app.wifi.windows;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.RestoringConnection;
import org.semcollector.app.wifi.WifiException;

/// A meter that an adapter of Windows is in. Windows chooses the adapter of a request by its source address (strong host
/// model).
final class WindowsConnection extends RestoringConnection {
  private final WindowsWifi wifi;
  private final WlanAdapter adapter;
  private final WlanFormer former;
  private final WlanJoin.Joined joined;
  private final IpHelper ip;

  WindowsConnection(WindowsWifi wifi, WlanAdapter adapter, WlanFormer former, WlanJoin.Joined joined, IpHelper ip) {
    super(wifi, joined.network(), joined.address(), wifi.restoreLimit());
    this.wifi = wifi;
    this.adapter = adapter;
    this.former = former;
    this.joined = joined;
    this.ip = ip;
  }

  WlanAdapter adapter() {
    return adapter;
  }

  WlanFormer former() {
    return former;
  }

  @Override
  public Optional<String> neighbour() {
    return ip.meterFrom(joined.address());
  }

  @Override
  protected Restored leave(Duration limit) throws WifiException {
    return wifi.leave(this, limit);
  }
}
