package org.semcollector.app.wifi.windows;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint.Security;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WlanProfileTest {
  private static final String SSID = "SEM-24:6f:28:ab:cd:ef";

  @Test
  void everyCharacterOfAPasswordArrives() throws Exception {
    var password = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      password.append(c);
      if (password.length() == 60 || c == '~') {
        Document profile = parse(Optional.of(new Secret("12" + password)), Security.WPA_PERSONAL);
        assertEquals("12" + password, text(profile, "keyMaterial"));
        password.setLength(0);
      }
    }
  }

  @Test
  void aProfileHoldsTheNetworkAndItsProtection() throws Exception {
    Document profile = parse(Optional.of(new Secret("right-horse")), Security.UNKNOWN);
    assertEquals("http://www.microsoft.com/networking/WLAN/profile/v1", profile.getDocumentElement().getNamespaceURI());
    assertEquals("53454D2D32343A36663A32383A61623A63643A6566", text(profile, "hex"));
    assertEquals(SSID, text(profile, "name"));
    assertEquals("manual", text(profile, "connectionMode"));
    assertEquals("WPA2PSK", text(profile, "authentication"));
    assertEquals("AES", text(profile, "encryption"));
    assertEquals("passPhrase", text(profile, "keyType"));
    assertEquals("WPA3SAE", text(parse(Optional.of(new Secret("right-horse")), Security.WPA3_PERSONAL),
        "authentication"));
    assertEquals("networkKey", text(parse(Optional.of(new Secret("0123456789abcdef".repeat(4))), Security.UNKNOWN),
        "keyType"));
  }

  @Test
  void anOpenNetworkHasNoKey() throws Exception {
    Document profile = parse(Optional.empty(), Security.OPEN);
    assertEquals("open", text(profile, "authentication"));
    assertEquals(0, profile.getElementsByTagName("sharedKey").getLength());
  }

  @Test
  void aPasswordHasEightToSixtyThreeCharactersOfAscii() {
    assertTrue(WlanProfile.isPossible(new Secret("12345678")));
    assertTrue(WlanProfile.isPossible(new Secret("x".repeat(63))));
    assertFalse(WlanProfile.isPossible(new Secret("1234567")));
    assertFalse(WlanProfile.isPossible(new Secret("x".repeat(64))));
    assertFalse(WlanProfile.isPossible(new Secret("pässwörter")));
  }

  private static Document parse(Optional<Secret> passphrase, Security security) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder()
        .parse(new InputSource(new StringReader(WlanProfile.xml(SSID, passphrase, security))));
  }

  private static String text(Document profile, String element) {
    return profile.getElementsByTagName(element).item(0).getTextContent();
  }
}
