package org.semcollector.app.notes;

import java.util.List;
import java.util.Optional;

/// What people said about how a meter's times are to be found.
///
/// @param estimator name of the estimator; empty = the standard one
/// @param pins outages whose time people know, by their start, none touching another
public record CorrectionChoice(Optional<String> estimator, List<PinnedOutage> pins) {
  /// Nobody said anything.
  public static final CorrectionChoice NONE = new CorrectionChoice(Optional.empty(), List.of());

  /// @throws IllegalArgumentException when two pins overlap
  public CorrectionChoice {
    pins = pins.stream().sorted().toList();
    for (int i = 1; i < pins.size(); i++) {
      if (pins.get(i).from().isBefore(pins.get(i - 1).to()))
        throw new IllegalArgumentException("two outages at the same time");
    }
  }

  public CorrectionChoice withEstimator(Optional<String> changed) {
    return new CorrectionChoice(changed, pins);
  }

  /// @throws IllegalArgumentException when two of them overlap
  public CorrectionChoice withPins(List<PinnedOutage> changed) {
    return new CorrectionChoice(estimator, changed);
  }
}
