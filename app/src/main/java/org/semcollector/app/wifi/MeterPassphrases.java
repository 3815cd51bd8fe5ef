package org.semcollector.app.wifi;

import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.protocol.meter.Ssid;

/// The Wi-Fi passwords of meters: one for a fleet, or one of its own.
@FunctionalInterface
public interface MeterPassphrases {
  /// No password is known: meters with open networks.
  MeterPassphrases NONE = _ -> Optional.empty();

  /// The meter's own password, else that of the fleet.
  Optional<Secret> of(Ssid meter) throws SecretException;
}
