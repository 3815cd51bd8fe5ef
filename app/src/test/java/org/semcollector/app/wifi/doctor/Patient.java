package org.semcollector.app.wifi.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.Nets;
import org.semcollector.app.wifi.manual.ProbeAnswer;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.Ssid;

/// A computer with a good radio that hears nothing and is in no network, until something is said of it.
final class Patient {
  static final Ssid METER = new Ssid("SEM-a4:cf:12:9b:03:7e");
  static final Ssid OTHER = new Ssid("SEM-a4:cf:12:9b:03:99");

  private final Nets nets = new Nets();
  private final List<AccessPoint> heard = new ArrayList<>();
  private final List<Ssid> lacking = new ArrayList<>();
  private WifiAbility ability = WifiAbility.ALL;
  private Optional<WifiFailure> scanFailure = Optional.empty();
  private Optional<WifiFailure> lastFailure = Optional.empty();
  private Optional<JoinedNetwork> current = Optional.empty();
  private Optional<Ssid> wanted = Optional.empty();
  private ProbeAnswer answer = new ProbeAnswer.NotAsked();

  WifiFacts facts() {
    return new WifiFacts(ability, scanFailure, heard, lacking, current, lastFailure, nets.addresses(),
        nets.atMeterAddress(), answer, wanted);
  }

  Patient able(WifiAbility able) {
    ability = able;
    return this;
  }

  Patient scanning(WifiFailure failure) {
    scanFailure = Optional.of(failure);
    return this;
  }

  Patient lastFailure(WifiFailure failure) {
    lastFailure = Optional.of(failure);
    return this;
  }

  Patient hears(Ssid meter) {
    return hears(AccessPoint.heard(meter, meter.mac(), -50));
  }

  Patient hears(AccessPoint point) {
    heard.add(point);
    return this;
  }

  Patient lacking(Ssid meter) {
    lacking.add(meter);
    return this;
  }

  Patient wanting(Ssid meter) {
    wanted = Optional.of(meter);
    return this;
  }

  Patient in(Ssid meter) {
    return in(meter.value());
  }

  Patient in(String network) {
    current = Optional.of(new JoinedNetwork(network, Optional.empty(), "wlan0"));
    return this;
  }

  Patient has(LocalAddress address) {
    nets.addresses.add(address);
    return this;
  }

  Patient neighbour(String mac) {
    nets.neighbours.add(Nets.meterAt(mac, "wlan0"));
    return this;
  }

  Patient answering(ProbeAnswer given) {
    answer = given;
    return this;
  }

  /// The meter is joined and everything is well.
  Patient joined() {
    return in(METER).has(Nets.on("wlan0", "10.0.0.2", 24)).neighbour(METER.mac())
        .answering(new ProbeAnswer.Meter(Optional.empty(), new FirmwareVersion(102)));
  }

  /// The system does not tell which network it is in.
  Patient unnamed() {
    current = Optional.empty();
    return this;
  }
}
