package org.semcollector.app.wifi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.protocol.meter.Ssid;

/// The Wi-Fi passwords of meters: one for all of them, and one of its own for a meter that was given another. Kept where
/// secrets are kept and nowhere else.
public final class FleetPasswords implements MeterPassphrases {
  /// What WPA takes: 8 to 63 printable ASCII characters, or the key itself in 64 hexadecimal digits; IEEE 802.11 J.4.1.
  private static final Pattern FORM = Pattern.compile("[ -~]{8,63}|[0-9a-fA-F]{64}");

  private final SecretStore secrets;

  public FleetPasswords(SecretStore secrets) {
    this.secrets = secrets;
  }

  @Override
  public Optional<Secret> of(Ssid meter) throws SecretException {
    Optional<Secret> own = secrets.get(name(Optional.of(meter)));
    return own.isPresent() ? own : secrets.get(name(Optional.empty()));
  }

  /// Keeps a password; a former one is replaced.
  ///
  /// @param meter whose it is; empty = of all meters without one of their own
  /// @return where it is kept, in words for users
  /// @throws SecretException also for a text that no Wi-Fi takes as a password
  public String set(Optional<Ssid> meter, Secret password) throws SecretException {
    if (!FORM.matcher(password.reveal()).matches()) {
      throw new SecretException("That is no Wi-Fi password: one has 8 to 63 letters, digits and signs of a plain "
          + "keyboard, or is a key of 64 hexadecimal digits. Nothing was kept.");
    }
    return secrets.put(name(meter), password);
  }

  /// Forgets a password, if there is one.
  ///
  /// @param meter whose it is; empty = of all meters without one of their own
  public void forget(Optional<Ssid> meter) throws SecretException {
    secrets.remove(name(meter));
  }

  /// The password that is kept under one name, for somebody who asks to see it.
  ///
  /// @param meter whose it is; empty = of all meters without one of their own
  public Optional<Secret> kept(Optional<Ssid> meter) throws SecretException {
    return secrets.get(name(meter));
  }

  /// Whether a password is kept.
  ///
  /// @param meter whose it is; empty = of all meters without one of their own
  public boolean isSet(Optional<Ssid> meter) throws SecretException {
    return secrets.get(name(meter)).isPresent();
  }

  /// Which of these meters have a password of their own, by name.
  public List<Ssid> withTheirOwn(Collection<Ssid> meters) throws SecretException {
    SortedSet<Ssid> found = new TreeSet<>();
    for (Ssid meter : meters) {
      if (isSet(Optional.of(meter)))
        found.add(meter);
    }
    return List.copyOf(found);
  }

  /// Where passwords are kept, in words for users: "the keyring of this computer".
  public String place() {
    return secrets.place();
  }

  private static SecretName name(Optional<Ssid> meter) {
    return meter.map(ssid -> SecretName.wifiOfMeter(ssid.value())).orElseGet(SecretName::wifiOfAllMeters);
  }
}
