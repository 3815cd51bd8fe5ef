package org.semcollector.app.ui.charts;

import java.math.BigDecimal;
import java.util.Optional;

/// What energy costs, kept among the settings.
public interface EnergyPrices {
  /// Price of a kilowatt-hour; empty = not known.
  Optional<BigDecimal> perKwh();

  /// ISO 4217 code.
  String currency();

  /// @param perKwh empty = costs are not shown
  void set(Optional<BigDecimal> perKwh, String currency);
}
