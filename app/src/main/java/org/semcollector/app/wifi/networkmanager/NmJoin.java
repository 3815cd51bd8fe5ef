package org.semcollector.app.wifi.networkmanager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.networkmanager.MeterProfile.Addressing;
import org.semcollector.protocol.meter.Ssid;

/// Joins one meter: finds its radio, checks that it is the meter's, remembers the way back, joins with the address the
/// meter gives or else with a fixed one, and checks once more which radio it was.
record NmJoin(Listening radio, JoinRequest request, String user) {
  /// A meter that was not heard for so long may have gone: it is listened for first.
  private static final Duration FADING = Duration.ofSeconds(20);

  /// What was joined, and how to go back.
  record Joined(String active, FormerNetwork former, JoinedNetwork network) {}

  Joined join() throws NmException, WifiException {
    HeardRadio found = find();
    var profile = new MeterProfile(meter(), UUID.randomUUID(), found.security(), key(found.security()), user);
    FormerNetwork former = FormerNetwork.of(radio);
    var attempt = new Attempt(radio, profile, found.path(), RefusingAgent.register(bus(), profile.uuid()),
        NmEvents.of(bus(), radio.device()));
    Optional<String> active = Optional.empty();
    try {
      active = Optional.of(attempt.start(Addressing.DHCP));
      Optional<WifiFailure> failure = attempt.await(active.get());
      // a handshake that got lost over a weak signal looks the same as a wrong password
      if (failure.isPresent() && failure.get() instanceof WifiFailure.WrongPassword && !bus().patience().over()) {
        active = Optional.of(attempt.start(Addressing.DHCP));
        failure = attempt.await(active.get());
      }
      if (failure.isPresent() && failure.get() instanceof WifiFailure.NoDhcp && !bus().patience().over()) {
        active = Optional.of(attempt.start(Addressing.FIXED));
        failure = attempt.await(active.get());
      }
      if (failure.isPresent())
        throw new WifiException(failure.get());
      return new Joined(active.get(), former, check());
    } catch (NmException | WifiException e) {
      former.ask(bus(), active);
      throw e;
    }
  }

  private NmBus bus() {
    return radio.bus();
  }

  private Ssid meter() {
    return request.meter().ssid();
  }

  /// The meter's own radio, heard lately.
  private HeardRadio find() throws NmException, WifiException {
    if (request.meter().isImpostor())
      throw new WifiException(new WifiFailure.Impostor(meter(), request.meter().bssid().orElseThrow()));
    Optional<HeardRadio> known = genuine(radio.heard())
        .filter(heard -> heard.age().isPresent() && heard.age().get().compareTo(FADING) < 0);
    if (known.isPresent())
      return known.get();
    List<HeardRadio> heard = radio.scan(bus().patience().within(WifiAdapter.SCAN_LIMIT));
    return genuine(heard).orElseThrow(() -> new WifiException(named(heard).<WifiFailure>map(
        other -> new WifiFailure.Impostor(meter(), other.bssid())).orElseGet(() -> new WifiFailure.NotFound(meter()))));
  }

  private Optional<HeardRadio> genuine(List<HeardRadio> heard) {
    return heard.stream().filter(other -> other.name().equals(meter().value()))
        .filter(other -> other.bssid().equals(meter().mac())).findFirst();
  }

  private Optional<HeardRadio> named(List<HeardRadio> heard) {
    return heard.stream().filter(other -> other.name().equals(meter().value())).findFirst();
  }

  /// What the network needs of what is known.
  private Optional<Secret> key(Security security) throws WifiException {
    if (security == Security.OPEN)
      return Optional.empty();
    if (security == Security.OTHER)
      throw new WifiException(new WifiFailure.Other("the network of " + meter() + " is not protected by a password"));
    Secret key = request.passphrase()
        .orElseThrow(() -> new WifiException(new WifiFailure.WrongPassword(meter(), true)));
    if (security == Security.WPA_PERSONAL && !isWpaKey(key.reveal()))
      throw new WifiException(new WifiFailure.WrongPassword(meter(), false));
    return Optional.of(key);
  }

  /// IEEE 802.11: a passphrase of 8 to 63 printable ASCII characters, or the key itself in 64 digits.
  private static boolean isWpaKey(String key) {
    return key.matches("[\\x20-\\x7e]{8,63}|[0-9a-fA-F]{64}");
  }

  /// Which radio it was in the end.
  private JoinedNetwork check() throws NmException, WifiException {
    Optional<String> bssid = radio.joined().map(HeardRadio::bssid).filter(text -> !text.isEmpty());
    if (bssid.isPresent() && !bssid.get().equals(meter().mac()))
      throw new WifiException(new WifiFailure.Impostor(meter(), bssid.get()));
    return new JoinedNetwork(meter().value(), bssid, radio.device().interfaceName());
  }
}
