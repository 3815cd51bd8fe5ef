package org.semcollector.app.sync.server;

import java.util.Optional;
import org.semcollector.app.store.MeterRow;

/// A device of the server beside the meter it stands for.
///
/// @param accessToken empty when it signs in by other means, or was not asked
/// @param meter the meter with this token, or, where neither has one to compare, with this name
public record ServerDevice(DeviceInfo device, Optional<String> accessToken, Optional<MeterRow> meter) {
  /// The device's name, when the meter has another one.
  public Optional<String> otherName() {
    return meter.filter(row -> !row.name().equals(device.name())).map(_ -> device.name());
  }

  /// Whether people gave the meter a name of its own, which is never replaced without asking.
  public boolean meterIsNamed() {
    return meter.filter(row -> !row.name().equals(row.ssid().value())).isPresent();
  }

  /// Without the token.
  @Override
  public String toString() {
    return "ServerDevice[" + device.name() + meter.map(row -> ", " + row.ssid()).orElse("") + "]";
  }
}
