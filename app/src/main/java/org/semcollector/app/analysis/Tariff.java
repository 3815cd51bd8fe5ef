package org.semcollector.app.analysis;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What energy costs: one price, or prices by hour and day of the week on the clock of the meter's zone.
///
/// @param currency ISO 4217 code
/// @param name of the price outside all bands: "standard"
/// @param perKwh price outside all bands; may be negative
/// @param bands hours with a price of their own; they do not overlap
public record Tariff(String currency, String name, BigDecimal perKwh, List<Band> bands) {
  /// Hours of some days of the week.
  ///
  /// @param fromHour first hour, 0 to 23
  /// @param toHour the hour at which it ends, 1 to 24; not after `fromHour` means over midnight, and then the hours
  ///     after midnight are those of the same day of the week, early in the morning
  public record Band(String name, Set<DayOfWeek> days, int fromHour, int toHour, BigDecimal perKwh) {
    public Band {
      days = days.isEmpty() ? Set.of() : Set.copyOf(days);
      if (fromHour < 0 || fromHour > 23 || toHour < 1 || toHour > 24)
        throw new IllegalArgumentException("hours from " + fromHour + " to " + toHour);
      if (days.isEmpty())
        throw new IllegalArgumentException("a band without a day");
    }

    /// Whether an hour of a day belongs to the band.
    public boolean holds(DayOfWeek day, int hour) {
      boolean within = fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
      return within && days.contains(day);
    }
  }

  public Tariff {
    bands = List.copyOf(bands);
    if (!currency.matches("[A-Z]{3}"))
      throw new IllegalArgumentException("«" + currency + "» is no currency code such as EUR");
    for (DayOfWeek day : EnumSet.allOf(DayOfWeek.class)) {
      for (int hour = 0; hour < 24; hour++)
        checkOne(bands, day, hour);
    }
  }

  /// One price at all times.
  public static Tariff flat(String currency, BigDecimal perKwh) {
    return new Tariff(currency, "flat", perKwh, List.of());
  }

  /// The band of an hour on the clock face, or -1 when none holds it.
  int bandAt(LocalDateTime at) {
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).holds(at.getDayOfWeek(), at.getHour()))
        return i;
    }
    return -1;
  }

  private static void checkOne(List<Band> bands, DayOfWeek day, int hour) {
    List<Band> holding = bands.stream().filter(band -> band.holds(day, hour)).toList();
    if (holding.size() > 1)
      throw new IllegalArgumentException("two prices on " + day + " at " + hour + ":00: " + holding.get(0).name()
          + " and " + holding.get(1).name());
  }
}
