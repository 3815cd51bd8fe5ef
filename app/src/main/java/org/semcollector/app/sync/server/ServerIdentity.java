package org.semcollector.app.sync.server;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.sync.KeyPin;

/// Who answered and as whom we are known.
///
/// @param version release of ThingsBoard, where it tells
/// @param who the signed-in user; empty without a sign-in
/// @param time the server's clock, whole seconds
/// @param key of its certificate; empty for http
public record ServerIdentity(Optional<String> version, Optional<Who> who, Optional<Instant> time,
    Optional<KeyPin> key) {
  /// A user of the server.
  ///
  /// @param name e-mail address
  /// @param tenantAdmin whether it may make devices and dashboards; a customer user sees only its customer's
  public record Who(String name, boolean tenantAdmin) {}
}
