package org.semcollector.app.settings;

import java.util.List;
import java.util.Map;

/// What the Charts screen remembers.
///
/// @param shown what was shown last, by names of the screen's own: view, period, buckets
/// @param meters SSIDs of the meters shown last
public record ChartSettings(Map<String, String> shown, List<String> meters) {
  /// What a new installation starts with.
  public static final ChartSettings NONE = new ChartSettings(Map.of(), List.of());

  public ChartSettings {
    shown = Map.copyOf(shown);
    meters = List.copyOf(meters);
  }

  public ChartSettings withShown(Map<String, String> changed, List<String> changedMeters) {
    return new ChartSettings(changed, changedMeters);
  }
}
