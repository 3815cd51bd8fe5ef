package org.semcollector.app.ui;

import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.store.MeterRow;

/// What is known of a meter beyond its row.
///
/// @param health its verdict and memory; empty when it cannot be judged
/// @param newerFirmware number of the newest firmware held here for its profile, when it is newer than the meter's
public record MeterInsight(Optional<HealthLook> health, OptionalInt newerFirmware) {
  /// Nothing is known.
  public static final MeterInsight NONE = new MeterInsight(Optional.empty(), OptionalInt.empty());

  /// Reads readings and journal: not for every paint.
  public interface Source {
    MeterInsight of(MeterRow meter) throws Exception;
  }
}
