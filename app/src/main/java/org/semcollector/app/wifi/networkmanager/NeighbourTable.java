package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.semcollector.app.wifi.manual.Neighbour;
import org.semcollector.app.wifi.manual.Neighbours;

/// The kernel's table of neighbours, `/proc/net/arp`.
record NeighbourTable(Path file) {
  static final NeighbourTable KERNEL = new NeighbourTable(Path.of("/proc/net/arp"));

  /// The link-layer address behind an address on an interface, in lower case; empty when nobody has answered there.
  Optional<String> address(String ip, String interfaceName) {
    try {
      return Neighbours.read(Files.readString(file)).stream()
          .filter(neighbour -> neighbour.address().equals(ip) && neighbour.via().equals(interfaceName))
          .map(Neighbour::mac).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
