package org.semcollector.app.simulated;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.semcollector.protocol.simulator.SimulatedRadios;

/// A radio that receives simulated meters; joining one is knowing its port.
record SimulatedWifi(SimulatedRadios radios) implements WifiAdapter {
  @Override
  public List<AccessPoint> scan() {
    return radios.list().stream()
        .map(radio -> new AccessPoint(radio.ssid(), radio.ssid().mac(), radio.signalDbm()))
        .sorted(Comparator.comparingInt(AccessPoint::signalDbm).reversed())
        .toList();
  }

  @Override
  public Connection connect(AccessPoint accessPoint) throws WifiException {
    SimulatedRadio radio = radios.list().stream()
        .filter(candidate -> candidate.ssid().equals(accessPoint.ssid()))
        .findFirst()
        .orElseThrow(() -> new WifiException(WifiException.Kind.NOT_FOUND, accessPoint.ssid() + " is not in range."));
    return new Joined(radio.server().uri());
  }

  /// Nothing to restore: no network was left.
  private record Joined(URI meterUri) implements Connection {
    @Override
    public void close() {}
  }
}
