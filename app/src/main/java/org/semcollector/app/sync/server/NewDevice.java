package org.semcollector.app.sync.server;

import java.util.Optional;

/// A device to be made.
///
/// @param profile name of its device profile; made by the server when there is none
/// @param accessToken what the meter was set up with; empty for one of the server's
public record NewDevice(String name, String label, String profile, Optional<String> accessToken) {
  /// Without the token.
  @Override
  public String toString() {
    return "NewDevice[" + name + ", " + profile + "]";
  }
}
