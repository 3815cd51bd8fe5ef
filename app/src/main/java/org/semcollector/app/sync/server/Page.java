package org.semcollector.app.sync.server;

import java.util.List;

/// Some entries of a list on the server.
///
/// @param more whether there is a next page
public record Page<T>(List<T> entries, boolean more) {
  public Page {
    entries = List.copyOf(entries);
  }
}
