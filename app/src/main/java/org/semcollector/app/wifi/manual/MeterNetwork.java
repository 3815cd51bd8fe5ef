package org.semcollector.app.wifi.manual;

import java.net.URI;

/// The network that every meter opens: the meter is 10.0.0.1 in 10.0.0.0/24.
public final class MeterNetwork {
  /// The meter's address.
  public static final String ADDRESS = "10.0.0.1";

  /// Where its web server answers.
  public static final URI WEB_SERVER = URI.create("http://" + ADDRESS);

  private static final byte[] METER = {10, 0, 0, 1};

  private MeterNetwork() {}

  /// Whether an IPv4 address lies in a meter's network, whatever its own mask says.
  public static boolean holds(byte[] address) {
    return shares(address, 24);
  }

  /// Whether a network of this address and prefix contains the meter's address.
  static boolean coveredBy(byte[] address, int prefixLength) {
    return shares(address, prefixLength);
  }

  private static boolean shares(byte[] address, int bits) {
    if (address.length != METER.length || bits < 1)
      return false;
    int mask = -1 << (Integer.SIZE - Math.min(bits, Integer.SIZE));
    return (number(address) & mask) == (number(METER) & mask);
  }

  private static int number(byte[] address) {
    int number = 0;
    for (byte part : address)
      number = number << Byte.SIZE | Byte.toUnsignedInt(part);
    return number;
  }
}
