package org.semcollector.app.wifi;

import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;

/// Joins the meter that was chosen and no other: the radio's address is compared with the meter's name before the
/// password is sent and again after joining, and so is the address of whoever answers in its network.
public final class MeterJoin {
  private final WifiAdapter wifi;
  private final MeterPassphrases passphrases;

  public MeterJoin(WifiAdapter wifi, MeterPassphrases passphrases) {
    this.wifi = wifi;
    this.passphrases = passphrases;
  }

  /// Joins a meter; closing the connection restores what was before.
  public WifiAdapter.Connection join(AccessPoint meter, Progress progress) throws WifiException {
    if (meter.isImpostor())
      throw new WifiException(new WifiFailure.Impostor(meter.ssid(), meter.bssid().orElse("")));
    WifiAdapter.Connection joined = wifi.join(new JoinRequest(meter, passphrase(meter), JoinRequest.LIMIT), progress);
    Optional<WifiFailure> problem = identity(meter.ssid(), joined);
    if (problem.isPresent()) {
      joined.close();
      throw new WifiException(problem.get());
    }
    return joined;
  }

  private static Optional<WifiFailure> identity(Ssid meter, WifiAdapter.Connection joined) {
    JoinedNetwork network = joined.network();
    if (!network.meter().equals(Optional.of(meter)))
      return Optional.of(new WifiFailure.OtherMeter(meter, network.name()));
    if (network.bssid().filter(bssid -> !bssid.equals(meter.mac())).isPresent())
      return network.bssid().map(bssid -> new WifiFailure.Impostor(meter, bssid));
    return joined.neighbour().filter(mac -> !mac.equals(meter.mac()))
        .map(mac -> new WifiFailure.OtherMeter(meter, mac));
  }

  private Optional<Secret> passphrase(AccessPoint meter) throws WifiException {
    if (meter.security() == AccessPoint.Security.OPEN)
      return Optional.empty();
    try {
      return passphrases.of(meter.ssid());
    } catch (SecretException e) {
      throw new WifiException(new WifiFailure.PasswordUnreadable(meter.ssid(), String.valueOf(e.getMessage())), e);
    }
  }
}
