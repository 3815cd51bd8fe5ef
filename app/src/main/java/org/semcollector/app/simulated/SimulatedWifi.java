package org.semcollector.app.simulated;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.semcollector.protocol.simulator.SimulatedRadios;

/// A radio that receives simulated meters; joining one is knowing its port.
record SimulatedWifi(SimulatedRadios radios) implements WifiAdapter {
  @Override
  public WifiAbility ability() {
    return WifiAbility.ALL;
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) {
    return radios.list().stream()
        .map(radio -> AccessPoint.heard(radio.ssid(), radio.ssid().mac(), radio.signalDbm()))
        .sorted(Comparator.comparingInt(AccessPoint::signalDbm).reversed())
        .toList();
  }

  @Override
  public Optional<JoinedNetwork> current() {
    return Optional.empty();
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    SimulatedRadio radio = radios.list().stream()
        .filter(candidate -> candidate.ssid().equals(request.meter().ssid()))
        .findFirst()
        .orElseThrow(() -> new WifiException(new WifiFailure.NotFound(request.meter().ssid())));
    return new Joined(radio);
  }

  @Override
  public void close() {
    // the radios belong to the site
  }

  /// Nothing to restore: no network was left.
  private record Joined(SimulatedRadio radio) implements Connection {
    @Override
    public URI meterUri() {
      return radio.server().uri();
    }

    @Override
    public JoinedNetwork network() {
      return new JoinedNetwork(radio.ssid().value(), Optional.of(radio.ssid().mac()), "simulated");
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
      // nothing to restore
    }
  }
}
