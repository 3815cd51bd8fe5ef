package org.semcollector.app.simulated;

import java.util.Optional;
import org.semcollector.app.secret.Secret;

/// How an access point behaves.
///
/// @param password what it accepts; empty for an open one
public record AccessPointPlan(Presence presence, Optional<Secret> password, RadioFault fault) {
  /// An open one that does what it should.
  public static AccessPointPlan open(int signalDbm) {
    return new AccessPointPlan(Presence.always(signalDbm), Optional.empty(), RadioFault.NONE);
  }

  public AccessPointPlan withPresence(Presence changed) {
    return new AccessPointPlan(changed, password, fault);
  }

  public AccessPointPlan withPassword(Secret changed) {
    return new AccessPointPlan(presence, Optional.of(changed), fault);
  }

  public AccessPointPlan withFault(RadioFault changed) {
    return new AccessPointPlan(presence, password, changed);
  }
}
