package org.semcollector.app.wifi.manual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.manual.HandJoin.By;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Everything from which a meter that was joined by hand is known. A router may have the meters' address too, so nothing
/// counts before the one who answers speaks as a meter, and sources that contradict each other count as no meter.
///
/// @param addresses the own addresses
/// @param current the network as the system names it, where it does
/// @param atMeterAddress who has the meters' address
/// @param answer what answers there
/// @param known meters of earlier visits by their token; a token that several meters have had names none
record HandJoinFacts(List<LocalAddress> addresses, Optional<JoinedNetwork> current, List<Neighbour> atMeterAddress,
    ProbeAnswer answer, Map<MeterToken, Ssid> known) {
  HandJoin judge() {
    List<LocalAddress> own = addresses.stream().filter(LocalAddress::inMeterNetwork).toList();
    if (own.isEmpty())
      return new HandJoin.None();
    LocalAddress address = address(own);
    return switch (answer) {
      case ProbeAnswer.Meter(Optional<MeterToken> token, _) -> name(address, token);
      case ProbeAnswer.Other(String what) -> new HandJoin.NotAMeter(address, what);
      case ProbeAnswer.Silent _ -> new HandJoin.Silent(address);
      case ProbeAnswer.NotAsked _ -> new HandJoin.None();
    };
  }

  /// That of the meter's network, where the system says which adapter is in it.
  private LocalAddress address(List<LocalAddress> own) {
    return current.filter(network -> network.meter().isPresent())
        .flatMap(network -> own.stream().filter(a -> a.interfaceName().equals(network.interfaceName())).findFirst())
        .orElse(own.getFirst());
  }

  private HandJoin name(LocalAddress address, Optional<MeterToken> token) {
    Optional<Ssid> named = current.flatMap(JoinedNetwork::meter);
    Set<Ssid> heard = heard();
    Optional<Ssid> byMac = heard.size() == 1 ? Optional.of(heard.iterator().next()) : Optional.empty();
    Optional<Ssid> byToken = token.flatMap(asked -> Optional.ofNullable(known.get(asked)));
    Optional<HandJoin> contradiction = contradiction(named, byMac).or(() -> contradiction(named, byToken))
        .or(() -> contradiction(byMac, byToken));
    if (contradiction.isPresent())
      return contradiction.get();
    if (named.isPresent())
      return new HandJoin.Meter(named.get(), address, By.NETWORK_NAME);
    if (byMac.isPresent())
      return new HandJoin.Meter(byMac.get(), address, By.HARDWARE_ADDRESS);
    return byToken.<HandJoin>map(ssid -> new HandJoin.Meter(ssid, address, By.TOKEN))
        .orElseGet(() -> new HandJoin.Unnamed(address));
  }

  /// The names of all who have the meters' address: several when two networks have it.
  private Set<Ssid> heard() {
    return atMeterAddress.stream().flatMap(neighbour -> Ssid.parse("SEM-" + neighbour.mac()).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<HandJoin> contradiction(Optional<Ssid> one, Optional<Ssid> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other)
        ? Optional.of(new HandJoin.Contradicting(one.get(), other.get()))
        : Optional.empty();
  }
}
