package org.semcollector.app.settings;

import java.util.List;
import java.util.Optional;

/// Which firmware goes to which meters, so that it goes on after the program was ended. How far each is, the journal
/// knows.
///
/// @param firmware id of the package, or the path of a file
/// @param meters SSIDs of the meters that were chosen for it
public record CampaignSettings(Optional<String> firmware, List<String> meters) {
  /// None was begun.
  public static final CampaignSettings NONE = new CampaignSettings(Optional.empty(), List.of());

  public CampaignSettings {
    meters = List.copyOf(meters);
  }
}
