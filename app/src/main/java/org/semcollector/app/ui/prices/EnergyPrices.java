package org.semcollector.app.ui.prices;

import org.semcollector.app.settings.EnergySettings;

/// What energy costs and emits, kept among the settings.
public interface EnergyPrices {
  EnergySettings now();

  /// Holds at once and is saved.
  void set(EnergySettings changed);
}
