package org.semcollector.app.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the Charts screen remembers, and what energy costs.
///
/// @param shown what was shown last, by names of the screen's own: view, period, buckets
/// @param meters SSIDs of the meters shown last
/// @param pricePerKwh price of a kilowatt-hour; empty = costs are not shown
/// @param currency ISO 4217 code of the price
public record ChartSettings(
    Map<String, String> shown,
    List<String> meters,
    Optional<BigDecimal> pricePerKwh,
    String currency) {
  /// What a new installation starts with.
  public static final ChartSettings NONE = new ChartSettings(Map.of(), List.of(), Optional.empty(), "EUR");

  public ChartSettings {
    shown = Map.copyOf(shown);
    meters = List.copyOf(meters);
    if (!currency.matches("[A-Z]{3}"))
      throw new IllegalArgumentException("«" + currency + "» is no currency code such as EUR");
  }

  public ChartSettings withShown(Map<String, String> changed, List<String> changedMeters) {
    return new ChartSettings(changed, changedMeters, pricePerKwh, currency);
  }

  public ChartSettings withPrice(Optional<BigDecimal> changed, String changedCurrency) {
    return new ChartSettings(shown, meters, changed, changedCurrency);
  }
}
