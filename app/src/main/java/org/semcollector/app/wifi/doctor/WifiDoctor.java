package org.semcollector.app.wifi.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.LocalNetwork;
import org.semcollector.app.wifi.manual.MeterProbe;
import org.semcollector.app.wifi.manual.ProbeAnswer;
import org.semcollector.protocol.meter.Ssid;

/// Gathers the facts and has them judged. Changes nothing: it scans, and asks the one who has the meters' address who it
/// is, if this computer is in such a network.
public final class WifiDoctor {
  private final WifiAdapter wifi;
  private final MeterPassphrases passphrases;
  private final LocalNetwork network;
  private final MeterProbe probe;

  public WifiDoctor(WifiAdapter wifi, MeterPassphrases passphrases, LocalNetwork network, MeterProbe probe) {
    this.wifi = wifi;
    this.passphrases = passphrases;
    this.network = network;
    this.probe = probe;
  }

  /// Examines Wi-Fi; takes as long as a scan and two short requests at most.
  ///
  /// @param wanted the meter that is meant
  /// @param lastFailure of the newest try to join a meter
  public List<DoctorFinding> examine(Optional<Ssid> wanted, Optional<WifiFailure> lastFailure, Progress progress) {
    return Doctor.judge(facts(wanted, lastFailure, progress));
  }

  WifiFacts facts(Optional<Ssid> wanted, Optional<WifiFailure> lastFailure, Progress progress) {
    Optional<WifiFailure> scanFailure = Optional.empty();
    List<AccessPoint> heard = List.of();
    try {
      heard = wifi.scan(WifiAdapter.SCAN_LIMIT, progress);
    } catch (WifiException e) {
      scanFailure = Optional.of(e.failure());
    }
    List<LocalAddress> addresses = network.addresses();
    ProbeAnswer answer = addresses.stream().anyMatch(LocalAddress::coversMeter)
        ? probe.ask(progress)
        : new ProbeAnswer.NotAsked();
    return new WifiFacts(wifi.ability(), scanFailure, heard, withoutPassword(heard), current(), lastFailure, addresses,
        network.atMeterAddress(), answer, wanted);
  }

  private Optional<JoinedNetwork> current() {
    try {
      return wifi.current();
    } catch (WifiException e) {
      return Optional.empty(); // the scan has said why
    }
  }

  private List<Ssid> withoutPassword(List<AccessPoint> heard) {
    var lacking = new ArrayList<Ssid>();
    for (AccessPoint point : heard) {
      boolean needed = switch (point.security()) {
        case WPA_PERSONAL, WPA3_PERSONAL -> true;
        case OPEN, OTHER, UNKNOWN -> false;
      };
      if (needed && !known(point.ssid()))
        lacking.add(point.ssid());
    }
    return lacking;
  }

  private boolean known(Ssid meter) {
    try {
      return passphrases.of(meter).isPresent();
    } catch (SecretException e) {
      return false; // a keyring that stays shut knows none
    }
  }
}
