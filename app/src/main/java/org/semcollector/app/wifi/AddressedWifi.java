package org.semcollector.app.wifi;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.semcollector.app.task.Progress;

/// A radio whose meters answer at another address than the one every meter has: behind a router of the site, or in a
/// trial.
///
/// @param address asked at every join; empty = the one the system found
public record AddressedWifi(WifiAdapter wifi, Supplier<Optional<URI>> address) implements WifiAdapter {
  @Override
  public WifiAbility ability() {
    return wifi.ability();
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    return wifi.scan(limit, progress);
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    return wifi.current();
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    Connection joined = wifi.join(request, progress);
    Optional<URI> chosen = address.get();
    return chosen.isPresent() ? new Elsewhere(joined, chosen.get()) : joined;
  }

  @Override
  public void close() {
    wifi.close();
  }

  /// A joined meter that answers elsewhere.
  private record Elsewhere(Connection joined, URI meterUri) implements Connection {
    @Override
    public JoinedNetwork network() {
      return joined.network();
    }

    @Override
    public Optional<InetAddress> localAddress() {
      return joined.localAddress();
    }

    @Override
    public Restored restore(Duration limit) throws WifiException {
      return joined.restore(limit);
    }

    @Override
    public void close() {
      joined.close();
    }
  }
}
