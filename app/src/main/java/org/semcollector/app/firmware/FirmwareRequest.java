package org.semcollector.app.firmware;

import java.util.Set;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.protocol.meter.Ssid;

/// One meter to update.
///
/// @param ssid the meter
/// @param offered what to send
/// @param overridden objections that somebody read and overrode
/// @param erase whether the visit before it erases what is proven
public record FirmwareRequest(
    Ssid ssid, FirmwarePackage offered, Set<Objection.Kind> overridden, ErasePolicy erase) {
  public FirmwareRequest {
    overridden = Set.copyOf(overridden);
    for (Objection.Kind kind : overridden) {
      if (!kind.isOverridable())
        throw new IllegalArgumentException(kind + " cannot be overridden");
    }
  }
}
