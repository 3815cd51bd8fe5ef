package org.semcollector.app.wifi.windows;

import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.wifi.AccessPoint.Security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class BeaconSecurityTest {
  private static final int PRIVACY = 0x11;

  /// Element 0 is the name "SEM"; 30 is RSN: version, group cipher, ciphers, ways to authenticate, capabilities.
  @ParameterizedTest
  @CsvSource({
      "000353454d 3014 0100 000fac04 0100 000fac04 0100 000fac02 0000, WPA_PERSONAL",
      "000353454d 3014 0100 000fac04 0100 000fac04 0100 000fac06 0000, WPA_PERSONAL",
      "000353454d 3014 0100 000fac04 0100 000fac04 0100 000fac08 0000, WPA3_PERSONAL",
      "000353454d 3018 0100 000fac04 0100 000fac04 0200 000fac08 000fac02 0000, WPA_PERSONAL",
      "000353454d 3014 0100 000fac04 0100 000fac04 0100 000fac01 0000, OTHER",
      "000353454d 3006 0100 000fac04, OTHER",
      "000353454d dd06 0050f201 0100, WPA_PERSONAL",
      "000353454d dd06 0050f204 0100, OTHER",
      "000353454d 3014 0100 000fac04 0100 000fac04 ff00 000fac02 0000, WPA_PERSONAL",
      "000353454d 30ff 0100 000fac04, OTHER"})
  void elementsHaveTheirMeaning(String hex, Security expected) {
    assertEquals(Optional.of(expected), BeaconSecurity.of(HexFormat.of().parseHex(hex.replace(" ", "")), PRIVACY));
  }

  @Test
  void withoutPrivacyItIsOpenAndWithoutElementsUnknown() {
    assertEquals(Optional.of(Security.OPEN), BeaconSecurity.of(HexFormat.of().parseHex("000353454d"), 1));
    assertEquals(Optional.empty(), BeaconSecurity.of(new byte[0], PRIVACY));
  }

  @Test
  void anyBytesHaveAnAnswer() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && random.nextBoolean())
        bytes[0] = 0x30;
      assertNotNull(BeaconSecurity.of(bytes, random.nextInt(1 << 16)));
    }
  }
}
