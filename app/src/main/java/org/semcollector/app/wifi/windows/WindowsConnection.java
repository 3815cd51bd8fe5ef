package org.semcollector.app.wifi.windows;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A meter that an adapter of Windows is in.
final class WindowsConnection implements WifiAdapter.Connection {
  private static final Logger LOG = LoggerFactory.getLogger(WindowsConnection.class);

  private final WindowsWifi wifi;
  private final WlanAdapter adapter;
  private final WlanFormer former;
  private final WlanJoin.Joined joined;
  private final IpHelper ip;
  private @Nullable Restored restored;
  private @Nullable WifiException failed;

  WindowsConnection(WindowsWifi wifi, WlanAdapter adapter, WlanFormer former, WlanJoin.Joined joined, IpHelper ip) {
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
  public URI meterUri() {
    return MeterNetwork.WEB_SERVER;
  }

  @Override
  public JoinedNetwork network() {
    return joined.network();
  }

  /// Windows chooses the adapter by the source address (strong host model).
  @Override
  public Optional<InetAddress> localAddress() {
    return Optional.of(joined.address());
  }

  @Override
  public Optional<String> neighbour() {
    return ip.meterFrom(joined.address());
  }

  @Override
  public Restored restore(Duration limit) throws WifiException {
    synchronized (wifi) {
      Restored known = restored;
      WifiException before = failed;
      if (before != null)
        throw before;
      if (known == null)
        known = wifi.leave(this, limit);
      restored = known;
      return known;
    }
  }

  /// Once is all: what came of it is what the next one is told.
  void failed(WifiException failure) {
    failed = failure;
  }

  @Override
  public void close() {
    try {
      restore(wifi.restoreLimit());
    } catch (WifiException e) {
      LOG.warn("after {}: {}", joined.network().name(), e.getMessage());
    }
  }
}
