package org.semcollector.app.wifi.windows;

import java.util.Optional;
import org.semcollector.app.wifi.AccessPoint.Security;

/// How a network is protected, from the elements of its beacon (IEEE 802.11, 9.4.2): the RSN element (48) lists what it
/// accepts, an old one of Wi-Fi Alliance (221 with 00:50:f2:01) stands for WPA, and a bit of the capabilities says
/// that anything is needed at all.
final class BeaconSecurity {
  private static final int RSN = 48;
  private static final int VENDOR = 221;
  private static final int PRIVACY = 0x10;
  private static final int PSK = 2;
  private static final int PSK_SHA256 = 6;
  private static final int SAE = 8;

  private BeaconSecurity() {}

  /// @param elements one after the other, each with its number, its length and its content; cut ones are left out
  /// @param capabilities the beacon's field of that name
  /// @return empty when there are no elements
  static Optional<Security> of(byte[] elements, int capabilities) {
    if (elements.length < 2)
      return Optional.empty();
    Security known = Security.OPEN;
    for (int at = 0; at + 2 <= elements.length; at = end(elements, at)) {
      if (end(elements, at) > elements.length)
        break;
      int number = Byte.toUnsignedInt(elements[at]);
      if (number == RSN)
        return Optional.of(rsn(elements, at + 2, end(elements, at)));
      if (number == VENDOR && isWpa(elements, at + 2, end(elements, at)))
        known = Security.WPA_PERSONAL;
    }
    // a key without either element is WEP
    return Optional.of(known == Security.OPEN && (capabilities & PRIVACY) != 0 ? Security.OTHER : known);
  }

  private static int end(byte[] elements, int at) {
    return at + 2 + Byte.toUnsignedInt(elements[at + 1]);
  }

  /// Version 2, group cipher 4, then two lists of suites of 4 bytes, each with its count before it: ciphers, then
  /// ways to authenticate.
  private static Security rsn(byte[] elements, int start, int end) {
    int ciphers = start + 6;
    if (ciphers + 2 > end)
      return Security.OTHER;
    int suites = ciphers + 2 + 4 * half(elements, ciphers);
    if (suites + 2 > end)
      return Security.OTHER;
    int count = Math.min(half(elements, suites), (end - suites - 2) / 4);
    Security found = Security.OTHER;
    for (int i = 0; i < count; i++) {
      int suite = Byte.toUnsignedInt(elements[suites + 2 + 4 * i + 3]);
      if (suite == PSK || suite == PSK_SHA256)
        return Security.WPA_PERSONAL;
      if (suite == SAE)
        found = Security.WPA3_PERSONAL;
    }
    return found;
  }

  private static boolean isWpa(byte[] elements, int start, int end) {
    return end - start >= 4 && elements[start] == 0 && elements[start + 1] == 0x50 && elements[start + 2] == (byte) 0xf2
        && elements[start + 3] == 1;
  }

  private static int half(byte[] elements, int at) {
    return Byte.toUnsignedInt(elements[at]) | Byte.toUnsignedInt(elements[at + 1]) << 8;
  }
}
