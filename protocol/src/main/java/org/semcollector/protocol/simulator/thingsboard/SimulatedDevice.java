package org.semcollector.protocol.simulator.thingsboard;

import java.util.Optional;
import java.util.UUID;

/// A device as the server knows it.
///
/// @param profileName name of its device profile, which the server also calls its type
/// @param customer the customer it is assigned to
public record SimulatedDevice(
    UUID id, String name, String label, UUID profileId, String profileName, String accessToken,
    Optional<UUID> customer) {
  SimulatedDevice assignedTo(UUID newCustomer) {
    return new SimulatedDevice(id, name, label, profileId, profileName, accessToken, Optional.of(newCustomer));
  }

  SimulatedDevice renamed(String newName, String newLabel) {
    return new SimulatedDevice(id, newName, newLabel, profileId, profileName, accessToken, customer);
  }

  boolean isVisibleTo(SimulatedUser user) {
    return user.isTenantAdmin() || customer.equals(user.customer());
  }
}
