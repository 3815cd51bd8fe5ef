package org.semcollector.protocol.meter;

/// The requests a meter answers. There are no others: its clock cannot be read and its free space cannot be asked.
public enum Endpoint {
  /// Firmware version, ASCII decimal; 404 on the oldest builds.
  VERSION("/version"),
  /// Access token and device profile, 56 bytes; 500 when unset.
  TOKEN("/token"),
  /// All stored records, oldest first.
  TELEMETRY("/telemetry"),
  /// The boots, in blocks of 80 bytes.
  POWER_LOSS_LOG("/powerloss_log"),
  /// `POST`: sets the clock. Destroys evidence for correcting times: only after everything read is durable.
  TIME("/time"),
  /// `GET`: erases records and power-loss log.
  RESET("/reset"),
  /// `POST`: takes a firmware image.
  OTA("/ota");

  private final String path;

  Endpoint(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }
}
