package org.semcollector.protocol.firmware;

import java.util.Optional;

/// Processors an image can be built for, by the chip id in its header (`esp_chip_id_t` of ESP-IDF).
public enum Chip {
  /// The processor of all SEM meters.
  ESP32(0, "ESP32"), ESP32_S2(2, "ESP32-S2"), ESP32_C3(5, "ESP32-C3"), ESP32_S3(9, "ESP32-S3"), ESP32_C2(12,
      "ESP32-C2"), ESP32_C6(13, "ESP32-C6"), ESP32_H2(16, "ESP32-H2"), ESP32_P4(18, "ESP32-P4");

  private final int id;
  private final String title;

  Chip(int id, String title) {
    this.id = id;
    this.title = title;
  }

  static Optional<Chip> of(int id) {
    for (Chip chip : values()) {
      if (chip.id == id)
        return Optional.of(chip);
    }
    return Optional.empty();
  }

  public int id() {
    return id;
  }

  /// As its maker writes it.
  public String title() {
    return title;
  }
}
