package org.semcollector.app.wifi.networkmanager;

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
import org.slf4j.LoggerFactory;

/// A joined meter. It is joined as long as the connection to the bus lives.
final class NmConnection implements WifiAdapter.Connection {
  private static final Duration RESTORE_LIMIT = Duration.ofSeconds(30);

  private final NmBus bus;
  private final NmJoin.Joined joined;
  private final NeighbourTable neighbours;
  private final Runnable left;
  private @Nullable Restored restored;
  private @Nullable WifiException failed;

  /// @param left called once when the meter is left, however it ended
  NmConnection(NmBus bus, NmJoin.Joined joined, NeighbourTable neighbours, Runnable left) {
    this.bus = bus;
    this.joined = joined;
    this.neighbours = neighbours;
    this.left = left;
  }

  @Override
  public URI meterUri() {
    return MeterNetwork.WEB_SERVER;
  }

  @Override
  public JoinedNetwork network() {
    return joined.network();
  }

  /// Empty: the route to the meter is more special than any other, and on Linux an address does not choose the way.
  @Override
  public Optional<InetAddress> localAddress() {
    return Optional.empty();
  }

  @Override
  public Optional<String> neighbour() {
    return neighbours.address(MeterNetwork.ADDRESS, network().interfaceName());
  }

  @Override
  public synchronized Restored restore(Duration limit) throws WifiException {
    if (failed != null)
      throw failed;
    Restored known = restored;
    if (known != null)
      return known;
    try {
      Restored now = joined.former().restore(bus, joined.active(), limit);
      restored = now;
      return now;
    } catch (WifiException e) {
      failed = e;
      throw e;
    } finally {
      bus.close();
      left.run();
    }
  }

  @Override
  public void close() {
    try {
      restore(RESTORE_LIMIT);
    } catch (WifiException e) {
      LoggerFactory.getLogger(NmConnection.class).warn("{}", e.getMessage(), e);
    }
  }
}
