package org.semcollector.app.wifi.windows;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// Joins a meter with a profile that Windows forgets afterwards.
record WlanJoin(WlanService service, IpHelper ip, WlanLimits limits, WlanAdapter adapter, JoinRequest request) {
  /// What was joined.
  ///
  /// @param address the own address in the meter's network
  record Joined(JoinedNetwork network, Inet4Address address) {}

  /// @throws WifiException when the request cannot work, before anything is changed
  static void requirePassword(JoinRequest request) throws WifiException {
    request.requirePassword();
    if (request.passphrase().filter(secret -> !WlanProfile.isPossible(secret)).isPresent())
      throw new WifiException(new WifiFailure.WrongPassword(request.meter().ssid(), false));
  }

  /// Asks Windows for the meter. When it throws, nothing was changed.
  void ask() throws WifiException {
    AccessPoint wanted = request.meter();
    String xml = WlanProfile.xml(wanted.ssid().value(), request.passphrase(), wanted.security());
    try {
      service.connect(adapter.guid(), WlanTarget.temporary(xml, wanted.ssid().value(), wanted.bssid()));
    } catch (WlanException e) {
      throw e.code() == WlanException.BAD_PROFILE
          ? new WifiException(new WifiFailure.WrongPassword(wanted.ssid(), false), e)
          : WlanFailures.of(e);
    }
  }

  /// Waits for the radio and then for an address.
  Joined await(Progress progress) throws WifiException {
    long start = System.nanoTime();
    awaitRadio(progress);
    Optional<String> bssid = bssid();
    Duration left = request.limit().minusNanos(System.nanoTime() - start);
    Inet4Address address = Waiting.until(shorter(left, limits.address()), progress, this::address)
        .orElseThrow(() -> new WifiException(new WifiFailure.NoDhcp(meter())));
    return new Joined(new JoinedNetwork(meter().value(), bssid, adapter.description()), address);
  }

  private void awaitRadio(Progress progress) throws WifiException {
    var watch = new JoinWatch();
    int reason = Waiting.until(request.limit(), progress, () -> watch.take(
        service.events().next(adapter.guid()).filter(event -> event.ssid().equals(meter().value()))))
        .or(watch::refusal)
        .orElseThrow(() -> new WifiException(new WifiFailure.TimedOut("joining " + meter(), request.limit())));
    if (reason != 0)
      throw new WifiException(WlanFailures.joining(request, reason));
  }

  /// Which radio was joined; empty without the consent to location. Another name than the meter's is another network.
  private Optional<String> bssid() throws WifiException {
    try {
      Optional<WlanConnection> connection = service.connection(adapter.guid());
      if (connection.filter(in -> in.ssid().equals(meter().value())).isEmpty())
        throw new WifiException(new WifiFailure.NotFound(meter()));
      return connection.map(WlanConnection::bssid);
    } catch (WlanException e) {
      if (e.code() == WlanException.ACCESS_DENIED)
        return Optional.empty();
      throw WlanFailures.of(e);
    }
  }

  private Optional<Inet4Address> address() throws WifiException {
    try {
      return ip.addresses(adapter).stream().filter(IpHelper::isGuest).findFirst();
    } catch (WlanException e) {
      throw WlanFailures.of(e);
    }
  }

  private Ssid meter() {
    return request.meter().ssid();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
