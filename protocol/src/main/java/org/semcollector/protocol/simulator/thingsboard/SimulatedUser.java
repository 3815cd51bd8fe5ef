package org.semcollector.protocol.simulator.thingsboard;

import java.util.Optional;
import java.util.UUID;

/// Who is signed in.
///
/// @param customer the customer the user belongs to; empty for a tenant administrator
public record SimulatedUser(UUID id, String email, Optional<UUID> customer) {
  boolean isTenantAdmin() {
    return customer.isEmpty();
  }

  String authority() {
    return isTenantAdmin() ? "TENANT_ADMIN" : "CUSTOMER_USER";
  }
}
