package org.semcollector.app.walk;

import java.util.Collection;
import java.util.List;

/// Keeps what is known of meters on walks, so that a program that was stopped goes on.
public interface WalkMemory {
  /// What was kept last; empty before the first walk and when it cannot be read: then every meter counts as not visited,
  /// which costs time but no data.
  List<WalkStop> load();

  /// Keeps it; on the disk when this returns.
  ///
  /// @throws java.io.IOException when it cannot; the walk goes on without
  void save(Collection<WalkStop> stops) throws java.io.IOException;
}
