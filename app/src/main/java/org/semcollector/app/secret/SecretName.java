package org.semcollector.app.secret;

import java.net.URI;
import java.util.Locale;

/// Which secret: that of an account on a server, or of a meter's Wi-Fi.
///
/// @param server scheme, host and port, "https://things.example.org:443"; or "SEM Wi-Fi"
/// @param account "API key", or "user " and the name; or "all meters", or "meter " and the meter's name
public record SecretName(String server, String account) {
  private static final String WIFI = "SEM Wi-Fi";

  /// The API key of a server.
  public static SecretName apiKey(URI server) {
    return new SecretName(origin(server), "API key");
  }

  /// The password of a user of a server.
  public static SecretName password(URI server, String user) {
    return new SecretName(origin(server), "user " + user);
  }

  /// The Wi-Fi password of all meters that have none of their own.
  public static SecretName wifiOfAllMeters() {
    return new SecretName(WIFI, "all meters");
  }

  /// The Wi-Fi password of one meter.
  ///
  /// @param meter its name, "SEM-24:6f:28:ab:cd:ef"
  public static SecretName wifiOfMeter(String meter) {
    return new SecretName(WIFI, "meter " + meter);
  }

  private static String origin(URI server) {
    String scheme = server.getScheme().toLowerCase(Locale.ROOT);
    int port = server.getPort() >= 0 ? server.getPort() : "https".equals(scheme) ? 443 : 80;
    return scheme + "://" + server.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
