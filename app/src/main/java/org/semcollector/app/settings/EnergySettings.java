package org.semcollector.app.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.analysis.Tariff;

/// What energy costs, and what it emits.
///
/// @param pricePerKwh price of a kilowatt-hour outside all bands; empty = costs are not shown
/// @param currency ISO 4217 code of all prices
/// @param bands hours with a price of their own; they do not overlap; none without a price outside them
/// @param co2GramsPerKwh grams of CO2 of a kilowatt-hour, not negative; empty = emissions are not shown
public record EnergySettings(
    Optional<BigDecimal> pricePerKwh,
    String currency,
    List<Tariff.Band> bands,
    Optional<BigDecimal> co2GramsPerKwh) {
  /// What a new installation starts with: nothing is known.
  public static final EnergySettings NONE = new EnergySettings(Optional.empty(), "EUR", List.of(), Optional.empty());

  /// @throws IllegalArgumentException when bands overlap or have no price beside them, the currency is no code or the
  ///     factor is below zero
  public EnergySettings {
    bands = List.copyOf(bands);
    if (pricePerKwh.isEmpty() && !bands.isEmpty())
      throw new IllegalArgumentException("bands without a price outside them");
    tariff(pricePerKwh.orElse(BigDecimal.ZERO), currency, bands);
    if (co2GramsPerKwh.filter(grams -> grams.signum() < 0).isPresent())
      throw new IllegalArgumentException(co2GramsPerKwh.get() + " g of CO2 per kWh");
  }

  /// One price at all times, or costs that are not shown.
  public EnergySettings withFlatPrice(Optional<BigDecimal> changed, String changedCurrency) {
    return new EnergySettings(changed, changedCurrency, List.of(), co2GramsPerKwh);
  }

  public EnergySettings withBands(List<Tariff.Band> changed) {
    return new EnergySettings(pricePerKwh, currency, changed, co2GramsPerKwh);
  }

  public EnergySettings withCo2(Optional<BigDecimal> changed) {
    return new EnergySettings(pricePerKwh, currency, bands, changed);
  }

  /// The prices as a tariff; empty when costs are not shown.
  public Optional<Tariff> tariff() {
    return pricePerKwh.map(price -> tariff(price, currency, bands));
  }

  private static Tariff tariff(BigDecimal price, String currency, List<Tariff.Band> bands) {
    return bands.isEmpty() ? Tariff.flat(currency, price) : new Tariff(currency, "standard", price, bands);
  }
}
