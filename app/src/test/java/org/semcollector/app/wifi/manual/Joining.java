package org.semcollector.app.wifi.manual;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;

/// A radio that joins whatever is asked of it.
final class Joining implements WifiAdapter {
  @Override
  public WifiAbility ability() {
    return WifiAbility.ALL;
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) {
    return List.of();
  }

  @Override
  public Optional<JoinedNetwork> current() {
    return Optional.empty();
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) {
    return new Connection() {
      @Override
      public URI meterUri() {
        return MeterNetwork.WEB_SERVER;
      }

      @Override
      public JoinedNetwork network() {
        return new JoinedNetwork(request.meter().ssid().value(), request.meter().bssid(), "wlan0");
      }

      @Override
      public Optional<InetAddress> localAddress() {
        return Optional.empty();
      }

      @Override
      public Restored restore(Duration limit) {
        return new Restored(Optional.empty());
      }

      @Override
      public void close() {
        // nothing was joined
      }
    };
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
