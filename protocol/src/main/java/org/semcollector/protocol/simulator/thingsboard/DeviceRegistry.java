package org.semcollector.protocol.simulator.thingsboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Devices and device profiles.
final class DeviceRegistry {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SplittableRandom random;
  private final Map<UUID, SimulatedDevice> devices = new LinkedHashMap<>();
  private final Map<String, UUID> profiles = new LinkedHashMap<>();

  DeviceRegistry(SplittableRandom random) {
    this.random = random;
    profile("default");
  }

  /// The profile of that name, made when there is none.
  UUID profile(String name) {
    return profiles.computeIfAbsent(name, _ -> uuid());
  }

  void addProfile(String name, UUID id) {
    profiles.put(name, id);
  }

  Map<String, UUID> profiles() {
    return new LinkedHashMap<>(profiles);
  }

  Optional<String> profileName(UUID id) {
    return profiles.entrySet().stream().filter(entry -> entry.getValue().equals(id)).map(Map.Entry::getKey)
        .findFirst();
  }

  SimulatedDevice add(String name, String label, String profileName, String accessToken) {
    var device = new SimulatedDevice(uuid(), name, label, profile(profileName), profileName,
        accessToken.isEmpty() ? token() : accessToken, Optional.empty());
    devices.put(device.id(), device);
    return device;
  }

  void replace(SimulatedDevice device) {
    devices.put(device.id(), device);
  }

  List<SimulatedDevice> all() {
    return List.copyOf(devices.values());
  }

  Optional<SimulatedDevice> find(UUID id) {
    return Optional.ofNullable(devices.get(id));
  }

  Optional<SimulatedDevice> named(String name) {
    return devices.values().stream().filter(device -> device.name().equals(name)).findFirst();
  }

  Optional<SimulatedDevice> withToken(String accessToken) {
    return devices.values().stream().filter(device -> device.accessToken().equals(accessToken)).findFirst();
  }

  UUID uuid() {
    return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }

  private String token() {
    var token = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }
}
