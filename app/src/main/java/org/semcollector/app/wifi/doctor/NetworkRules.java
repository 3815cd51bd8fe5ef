package org.semcollector.app.wifi.doctor;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.ProbeAnswer;
import org.semcollector.protocol.meter.Ssid;

/// What becomes of requests once a meter is joined.
final class NetworkRules {
  private NetworkRules() {}

  static DoctorFinding address(WifiFacts facts) {
    Optional<WifiFailure.NoDhcp> none = facts.failure(WifiFailure.NoDhcp.class);
    if (none.isPresent())
      return DoctorFinding.problem(DoctorCheck.ADDRESS, "address.none", none.get().meter());
    Optional<JoinedNetwork> meter = facts.current().filter(network -> network.meter().isPresent());
    if (meter.isEmpty())
      return DoctorFinding.notChecked(DoctorCheck.ADDRESS, "address.not-joined");
    List<LocalAddress> there = facts.addresses().stream()
        .filter(address -> address.interfaceName().equals(meter.get().interfaceName())).toList();
    Optional<LocalAddress> right = there.stream().filter(LocalAddress::inMeterNetwork).findFirst();
    if (right.isPresent())
      return DoctorFinding.well(DoctorCheck.ADDRESS, "address.well", text(right.get()));
    return there.stream().anyMatch(LocalAddress::selfGiven)
        ? DoctorFinding.problem(DoctorCheck.ADDRESS, "address.self-given", meter.get().name())
        : DoctorFinding.problem(DoctorCheck.ADDRESS, "address.none", meter.get().name());
  }

  static DoctorFinding route(WifiFacts facts) {
    Optional<LocalAddress> tunnel = facts.addresses().stream()
        .filter(address -> address.tunnel() && address.coversMeter()).findFirst();
    if (tunnel.isPresent())
      return DoctorFinding.problem(DoctorCheck.ROUTE, "route.vpn-clash", name(tunnel.get()), text(tunnel.get()));
    Optional<LocalAddress> second = facts.addresses().stream()
        .filter(address -> address.coversMeter() && !isWifi(address, facts)).findFirst();
    if (second.isPresent())
      return DoctorFinding.problem(DoctorCheck.ROUTE, "route.clash", name(second.get()), text(second.get()));
    return facts.addresses().stream().filter(LocalAddress::tunnel).findFirst()
        .map(vpn -> DoctorFinding.look(DoctorCheck.ROUTE, "route.vpn", name(vpn)))
        .orElseGet(() -> DoctorFinding.well(DoctorCheck.ROUTE, "route.well"));
  }

  /// Whether an address goes away when another Wi-Fi network is joined, or is that of the meter itself.
  private static boolean isWifi(LocalAddress address, WifiFacts facts) {
    return facts.current().map(network -> network.interfaceName().equals(address.interfaceName()))
        .orElse(facts.answer() instanceof ProbeAnswer.Meter && onlyOne(facts));
  }

  private static boolean onlyOne(WifiFacts facts) {
    return facts.addresses().stream().filter(LocalAddress::coversMeter).count() == 1;
  }

  static DoctorFinding identity(WifiFacts facts) {
    Optional<WifiFailure.Impostor> impostor = facts.failure(WifiFailure.Impostor.class);
    if (impostor.isPresent())
      return DoctorFinding.problem(DoctorCheck.IDENTITY, "identity.impostor", impostor.get().meter(),
          impostor.get().bssid());
    Optional<WifiFailure.OtherMeter> other = facts.failure(WifiFailure.OtherMeter.class);
    if (other.isPresent())
      return DoctorFinding.problem(DoctorCheck.IDENTITY, "identity.mixed", other.get().meter(), other.get().who());
    Optional<Ssid> joined = facts.joined();
    if (joined.isEmpty())
      return DoctorFinding.notChecked(DoctorCheck.IDENTITY, "identity.not-joined");
    Optional<Ssid> wanted = facts.wanted().filter(meter -> !meter.equals(joined.get()));
    if (wanted.isPresent())
      return DoctorFinding.problem(DoctorCheck.IDENTITY, "identity.other", joined.get(), wanted.get());
    boolean macTold = !facts.atMeterAddress().isEmpty();
    boolean macRight = facts.atMeterAddress().stream().anyMatch(one -> one.mac().equals(joined.get().mac()));
    if (macTold && !macRight)
      return DoctorFinding.problem(DoctorCheck.IDENTITY, "identity.mixed", joined.get(),
          facts.atMeterAddress().getFirst().mac());
    return DoctorFinding.well(DoctorCheck.IDENTITY, "identity.well", joined.get());
  }

  static DoctorFinding answer(WifiFacts facts) {
    return switch (facts.answer()) {
      case ProbeAnswer.NotAsked _ -> DoctorFinding.notChecked(DoctorCheck.ANSWER, "answer.not-joined");
      case ProbeAnswer.Meter(_, var version) ->
        DoctorFinding.well(DoctorCheck.ANSWER, "answer.well", String.valueOf(version.number()));
      case ProbeAnswer.Other(String what) -> facts.joined().isPresent()
          ? DoctorFinding.problem(DoctorCheck.ANSWER, "answer.portal", what)
          : DoctorFinding.look(DoctorCheck.ANSWER, "answer.router", what);
      case ProbeAnswer.Silent _ -> facts.joined().isPresent()
          ? DoctorFinding.problem(DoctorCheck.ANSWER, "answer.silent")
          : DoctorFinding.notChecked(DoctorCheck.ANSWER, "answer.nobody");
    };
  }

  private static String text(LocalAddress address) {
    return address.address().getHostAddress() + (address.prefixLength() == 0 ? "" : "/" + address.prefixLength());
  }

  private static String name(LocalAddress address) {
    return address.label().isEmpty() ? address.interfaceName() : address.label();
  }
}
