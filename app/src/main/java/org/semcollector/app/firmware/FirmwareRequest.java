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
/// @param clockConfirmed somebody says that this computer's clock is right, whatever speaks against it
public record FirmwareRequest(
    Ssid ssid, FirmwarePackage offered, Set<Objection.Kind> overridden, ErasePolicy erase, boolean clockConfirmed) {
  /// Nobody was asked about the clock.
  public FirmwareRequest(Ssid ssid, FirmwarePackage offered, Set<Objection.Kind> overridden, ErasePolicy erase) {
    this(ssid, offered, overridden, erase, false);
  }

  public FirmwareRequest {
    overridden = Set.copyOf(overridden);
    for (Objection.Kind kind : overridden) {
      if (!kind.isOverridable())
        throw new IllegalArgumentException(kind + " cannot be overridden");
    }
  }
}
