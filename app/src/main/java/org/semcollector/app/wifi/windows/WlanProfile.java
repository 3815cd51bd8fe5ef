package org.semcollector.app.wifi.windows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint.Security;

/// A profile in the XML of Microsoft's schema WLAN_profile v1. It goes to Windows for one connection and is not saved.
final class WlanProfile {
  private static final Pattern KEY_IN_HEX = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 63;

  private WlanProfile() {}

  /// Whether Windows takes this as a password at all: 8 to 63 characters of ASCII, or a key of 64 hex digits.
  static boolean isPossible(Secret passphrase) {
    String text = passphrase.reveal();
    boolean phrase = text.length() >= SHORTEST && text.length() <= LONGEST
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    return phrase || KEY_IN_HEX.matcher(text).matches();
  }

  /// @param passphrase empty for an open network
  /// @param security WPA2 unless it says that only WPA3 will do
  static String xml(String ssid, Optional<Secret> passphrase, Security security) {
    String name = escape(ssid);
    return "<?xml version=\"1.0\"?>"
        + "<WLANProfile xmlns=\"http://www.microsoft.com/networking/WLAN/profile/v1\">"
        + element("name", name)
        + element("SSIDConfig", element("SSID", element("hex", hex(ssid)) + element("name", name)))
        + element("connectionType", "ESS") + element("connectionMode", "manual")
        + element("MSM", element("security", passphrase.map(secret -> locked(secret, security)).orElseGet(
            WlanProfile::open)))
        + "</WLANProfile>";
  }

  private static String locked(Secret passphrase, Security security) {
    String text = passphrase.reveal();
    return authentication(security == Security.WPA3_PERSONAL ? "WPA3SAE" : "WPA2PSK", "AES")
        + element("sharedKey", element("keyType", KEY_IN_HEX.matcher(text).matches() ? "networkKey" : "passPhrase")
            + element("protected", "false") + element("keyMaterial", escape(text)));
  }

  private static String open() {
    return authentication("open", "none");
  }

  private static String authentication(String authentication, String encryption) {
    return element("authEncryption", element("authentication", authentication) + element("encryption", encryption)
        + element("useOneX", "false"));
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static String hex(String ssid) {
    return HexFormat.of().withUpperCase().formatHex(ssid.getBytes(StandardCharsets.UTF_8));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
