package org.semcollector.app.wifi.manual;

import java.net.InetAddress;

/// An address that this computer has.
///
/// @param interfaceName of the adapter, "wlan0"
/// @param label the adapter as the system names it to people, "Intel Wi-Fi 6"; may be the same
/// @param prefixLength length of its network's prefix in bits; 0 where the system does not say
/// @param tunnel whether the adapter leads to one other end only, as those of VPNs do
public record LocalAddress(String interfaceName, String label, InetAddress address, int prefixLength, boolean tunnel) {
  /// Whether it was given in the network of a meter, or in one with the same addresses.
  public boolean inMeterNetwork() {
    return MeterNetwork.holds(address.getAddress());
  }

  /// Whether its network contains the meters' address, so that requests to a meter may go there.
  public boolean coversMeter() {
    return MeterNetwork.coveredBy(address.getAddress(), prefixLength == 0 ? 24 : prefixLength);
  }

  /// Whether the computer gave it to itself because nobody else did (169.254.…).
  public boolean selfGiven() {
    return address.isLinkLocalAddress() && address.getAddress().length == 4;
  }
}
