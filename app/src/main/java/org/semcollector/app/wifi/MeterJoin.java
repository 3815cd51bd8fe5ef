package org.semcollector.app.wifi;

import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.task.Progress;

/// Joins the meter that was chosen and no other: the radio's address is compared with the meter's name before the
/// password is sent and again after joining.
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
    Optional<String> bssid = joined.network().bssid();
    if (bssid.isPresent() && !bssid.get().equals(meter.ssid().mac())) {
      joined.close();
      throw new WifiException(new WifiFailure.Impostor(meter.ssid(), bssid.get()));
    }
    return joined;
  }

  private Optional<Secret> passphrase(AccessPoint meter) throws WifiException {
    try {
      return passphrases.of(meter.ssid());
    } catch (SecretException e) {
      throw new WifiException(new WifiFailure.Other(String.valueOf(e.getMessage())), e);
    }
  }
}
