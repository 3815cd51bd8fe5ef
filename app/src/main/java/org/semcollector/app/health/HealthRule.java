package org.semcollector.app.health;

import java.util.List;
import org.semcollector.app.store.StoredReading;

/// Some things that can be wrong with a meter.
interface HealthRule {
  List<Finding> judge(HealthFacts facts);

  /// A rule that looks at each channel alone.
  interface OfChannel {
    /// @param readings at least one, oldest first
    List<Finding> judge(int channel, List<StoredReading> readings, HealthFacts facts);
  }
}
