package org.semcollector.app.wifi.doctor;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.Neighbour;
import org.semcollector.app.wifi.manual.ProbeAnswer;
import org.semcollector.protocol.meter.Ssid;

/// What is known when Wi-Fi is judged.
///
/// @param ability what the adapter says it can do
/// @param scanFailure why meters could not be listed just now
/// @param heard the meters that were
/// @param withoutPassword those of them whose network is protected and whose password is not known
/// @param current the network this computer is in, where the system says
/// @param lastFailure of the newest try to join a meter
/// @param addresses the own addresses
/// @param atMeterAddress who has the meters' address
/// @param answer what answers there
/// @param wanted the meter that is meant, where one is
public record WifiFacts(
    WifiAbility ability,
    Optional<WifiFailure> scanFailure,
    List<AccessPoint> heard,
    List<Ssid> withoutPassword,
    Optional<JoinedNetwork> current,
    Optional<WifiFailure> lastFailure,
    List<LocalAddress> addresses,
    List<Neighbour> atMeterAddress,
    ProbeAnswer answer,
    Optional<Ssid> wanted) {
  public WifiFacts {
    heard = List.copyOf(heard);
    withoutPassword = List.copyOf(withoutPassword);
    addresses = List.copyOf(addresses);
    atMeterAddress = List.copyOf(atMeterAddress);
  }

  /// What the system refused: on listing meters just now, on joining one before, or from the start.
  List<WifiFailure> failures() {
    return List.of(scanFailure, lastFailure, ability.lacks()).stream().flatMap(Optional::stream).toList();
  }

  /// The newest failure of a kind.
  <T extends WifiFailure> Optional<T> failure(Class<T> kind) {
    return failures().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /// The meter this computer is joined to, as far as anybody says.
  Optional<Ssid> joined() {
    Optional<Ssid> named = current.flatMap(JoinedNetwork::meter);
    return named.isPresent() || !(answer instanceof ProbeAnswer.Meter)
        ? named
        : atMeterAddress.stream().flatMap(one -> Ssid.parse("SEM-" + one.mac()).stream()).findFirst();
  }
}
