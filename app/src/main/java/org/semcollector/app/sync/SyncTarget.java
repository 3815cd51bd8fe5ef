package org.semcollector.app.sync;

import java.net.URI;
import java.util.Optional;

/// A ThingsBoard server and how to sign in. With neither API key nor user, readings go by device token and can only be
/// marked accepted.
///
/// @param baseUri `http` or `https`, with a host; a path is kept before `/api`
/// @param apiKey an API key of ThingsBoard 4.3 or later
/// @param user user name, with `password`
/// @param trust whom a server that speaks https is believed
public record SyncTarget(URI baseUri, Optional<String> apiKey, Optional<String> user, Optional<String> password,
    ServerTrust trust) {
  /// @throws IllegalArgumentException with a sentence for users when the address cannot be a server's, or the user has
  ///     no password
  public SyncTarget {
    String scheme = baseUri.getScheme();
    if (baseUri.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw new IllegalArgumentException(
          "\"" + baseUri + "\" is not a server's address; it should look like https://thingsboard.example.org.");
    }
    if (baseUri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("The server's address must not contain a password; give the user apart.");
    }
    if (user.isPresent() && password.isEmpty()) {
      throw new IllegalArgumentException("The user needs a password.");
    }
  }

  /// With the certificates that this computer trusts.
  public SyncTarget(URI baseUri, Optional<String> apiKey, Optional<String> user, Optional<String> password) {
    this(baseUri, apiKey, user, password, ServerTrust.COMPUTER);
  }

  /// A server that only takes what devices hand in.
  public static SyncTarget byDeviceTokens(URI baseUri) {
    return new SyncTarget(baseUri, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static SyncTarget byApiKey(URI baseUri, String apiKey) {
    return new SyncTarget(baseUri, Optional.of(apiKey), Optional.empty(), Optional.empty());
  }

  public static SyncTarget byUser(URI baseUri, String user, String password) {
    return new SyncTarget(baseUri, Optional.empty(), Optional.of(user), Optional.of(password));
  }

  public SyncTarget trusting(ServerTrust changed) {
    return new SyncTarget(baseUri, apiKey, user, password, changed);
  }

  /// The same server without a sign-in, to ask only whether it is there.
  public SyncTarget withoutSignIn() {
    return byDeviceTokens(baseUri).trusting(trust);
  }

  public boolean canProve() {
    return apiKey.isPresent() || user.isPresent();
  }

  /// Without secrets.
  @Override
  public String toString() {
    return "SyncTarget[" + baseUri
        + (apiKey.isPresent() ? ", API key" : user.isPresent() ? ", user" : ", device tokens")
        + "]";
  }
}
