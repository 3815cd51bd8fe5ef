package org.semcollector.app.wifi.manual;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Networks of a made-up computer.
public final class Nets implements LocalNetwork {
  public final List<LocalAddress> addresses = new ArrayList<>();
  public final List<Neighbour> neighbours = new ArrayList<>();

  @Override
  public List<LocalAddress> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public List<Neighbour> atMeterAddress() {
    return List.copyOf(neighbours);
  }

  /// A cable or radio.
  public static LocalAddress on(String adapter, String address, int prefixLength) {
    return new LocalAddress(adapter, adapter, inet(address), prefixLength, false);
  }

  /// A VPN.
  public static LocalAddress tunnel(String adapter, String address, int prefixLength) {
    return new LocalAddress(adapter, "", inet(address), prefixLength, true);
  }

  public static Neighbour meterAt(String mac, String adapter) {
    return new Neighbour(MeterNetwork.ADDRESS, mac, adapter);
  }

  private static InetAddress inet(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
