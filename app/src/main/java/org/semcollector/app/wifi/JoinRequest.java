package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.secret.Secret;

/// What to join.
///
/// @param meter the meter; where its BSSID is known no other radio may be joined
/// @param passphrase of its network; empty for an open one
/// @param limit for everything: association, address, and the fixed address when none was given
public record JoinRequest(AccessPoint meter, Optional<Secret> passphrase, Duration limit) {
  /// The time a join may take: 15 s to associate, 15 s for an address, 10 s for the fixed one.
  public static final Duration LIMIT = Duration.ofSeconds(40);

  /// @throws WifiException [WifiFailure.WrongPassword] when the network is known to need a password and none is given
  public void requirePassword() throws WifiException {
    if (passphrase.isEmpty() && meter.security() != AccessPoint.Security.OPEN
        && meter.security() != AccessPoint.Security.UNKNOWN)
      throw new WifiException(new WifiFailure.WrongPassword(meter.ssid(), true));
  }
}
