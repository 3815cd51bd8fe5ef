package org.semcollector.app.sync;

import java.net.URI;
import java.util.Optional;

/// A ThingsBoard server and how to sign in. With neither API key nor user, readings go by device token and can only be
/// marked accepted.
///
/// @param apiKey an API key of ThingsBoard 4.3 or later
/// @param user user name, with `password`
public record SyncTarget(URI baseUri, Optional<String> apiKey, Optional<String> user, Optional<String> password) {
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
