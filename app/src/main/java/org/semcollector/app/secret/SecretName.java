package org.semcollector.app.secret;

import java.net.URI;
import java.util.Locale;

/// Which secret: that of an account on a server.
///
/// @param server scheme, host and port, "https://things.example.org:443"
/// @param account "API key", or "user " and the name
public record SecretName(String server, String account) {
  /// The API key of a server.
  public static SecretName apiKey(URI server) {
    return new SecretName(origin(server), "API key");
  }

  /// The password of a user of a server.
  public static SecretName password(URI server, String user) {
    return new SecretName(origin(server), "user " + user);
  }

  private static String origin(URI server) {
    String scheme = server.getScheme().toLowerCase(Locale.ROOT);
    int port = server.getPort() >= 0 ? server.getPort() : "https".equals(scheme) ? 443 : 80;
    return scheme + "://" + server.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
