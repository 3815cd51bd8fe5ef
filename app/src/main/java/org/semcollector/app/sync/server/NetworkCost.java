package org.semcollector.app.sync.server;

/// Whether the network of the moment is paid by volume.
public interface NetworkCost {
  /// Nobody knows, so it is not.
  NetworkCost UNKNOWN = () -> false;

  boolean metered();
}
