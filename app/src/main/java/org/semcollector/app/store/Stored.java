package org.semcollector.app.store;

import java.util.List;

/// What a fact added.
///
/// @param readings the new readings, keys ascending
record Stored(VisitProjection.Applied applied, List<NewReading> readings) {
  static final Stored NOTHING = new Stored(VisitProjection.Applied.NOTHING, List.of());

  Stored {
    readings = List.copyOf(readings);
  }
}
