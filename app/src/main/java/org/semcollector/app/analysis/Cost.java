package org.semcollector.app.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.semcollector.app.rollup.Bucket;

/// What the measured energy costs. Energy that was not measured is not in it: see the basis.
///
/// @param parts energy and money of each price that applied, the price outside all bands first
/// @param total exact sum of the parts, see [#rounded]
/// @param basis time asked about and time measured
public record Cost(String currency, List<Part> parts, BigDecimal total, Basis basis) {
  /// One price.
  ///
  /// @param energyKwh energy measured in its hours
  /// @param amount energy times price, not rounded
  public record Part(String name, double energyKwh, BigDecimal perKwh, BigDecimal amount) {}

  public Cost {
    parts = List.copyOf(parts);
  }

  /// The cost of a meter's energy.
  ///
  /// @param hours hourly buckets in the zone: each lies within one hour of the clock face, so that exactly one price
  ///     applies to it
  /// @param zone the meter's
  public static Cost of(List<Bucket> hours, ZoneId zone, Tariff tariff) {
    var kwh = new double[tariff.bands().size() + 1];
    for (Bucket hour : hours)
      kwh[tariff.bandAt(LocalDateTime.ofInstant(hour.from(), zone)) + 1] += hour.energyKwh();
    List<Part> parts = new ArrayList<>();
    parts.add(part(tariff.name(), kwh[0], tariff.perKwh()));
    for (int i = 0; i < tariff.bands().size(); i++)
      parts.add(part(tariff.bands().get(i).name(), kwh[i + 1], tariff.bands().get(i).perKwh()));
    BigDecimal total = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Cost(tariff.currency(), parts, total, Basis.of(hours));
  }

  /// The total in whole cents, or what the currency has; halves away from zero.
  public BigDecimal rounded() {
    return rounded(total);
  }

  /// An amount as [#rounded].
  public BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(digits(currency), RoundingMode.HALF_UP);
  }

  private static Part part(String name, double kwh, BigDecimal perKwh) {
    return new Part(name, kwh, perKwh, BigDecimal.valueOf(kwh).multiply(perKwh));
  }

  private static int digits(String code) {
    return Currency.getAvailableCurrencies().stream().filter(currency -> currency.getCurrencyCode().equals(code))
        .mapToInt(Currency::getDefaultFractionDigits).filter(digits -> digits >= 0).findFirst().orElse(2);
  }
}
