package org.semcollector.app.ui.prices;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.fx.Messages;

/// What somebody typed about prices and emission, as it stands in the fields.
///
/// @param price of a kWh outside all bands; blank = costs are not shown
/// @param co2 grams of a kWh; blank = emissions are not shown
record PriceDraft(String price, String currency, String co2, List<BandDraft> bands) {
  /// Longer numbers are slips of the hand.
  private static final String NUMBER = "-?\\d{1,9}([.,]\\d{1,9})?";

  /// Hours with a price of their own.
  ///
  /// @param from 0 to 23
  /// @param to 1 to 24; not after `from` means over midnight
  record BandDraft(String name, Set<DayOfWeek> days, int from, int to, String price) {
    BandDraft {
      days = Set.copyOf(days);
    }
  }

  /// What the fields mean.
  sealed interface Meaning {}

  record Understood(EnergySettings settings) implements Meaning {}

  /// @param sentence says which field is not understood and what to write
  record NotUnderstood(String sentence) implements Meaning {}

  PriceDraft {
    bands = List.copyOf(bands);
  }

  /// The fields for what is known.
  static PriceDraft of(EnergySettings known) {
    return new PriceDraft(text(known.pricePerKwh()), known.currency(), text(known.co2GramsPerKwh()),
        known.bands().stream().map(band -> new BandDraft(band.name(), band.days(), band.fromHour(), band.toHour(),
            band.perKwh().toPlainString())).toList());
  }

  Meaning meaning(Messages messages) {
    String code = currency.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{3}"))
      return new NotUnderstood(messages.text("price.no-currency"));
    if (isNoNumber(price))
      return new NotUnderstood(messages.text("price.no-number", price.strip()));
    if (isNoNumber(co2) || co2.strip().startsWith("-"))
      return new NotUnderstood(messages.text("price.no-co2", co2.strip()));
    if (price.isBlank() && !bands.isEmpty())
      return new NotUnderstood(messages.text("price.no-standard"));
    List<Tariff.Band> read = new ArrayList<>();
    for (BandDraft band : bands) {
      if (band.days().isEmpty())
        return new NotUnderstood(messages.text("price.no-day", name(band)));
      if (band.price().isBlank())
        return new NotUnderstood(messages.text("price.no-band-price", name(band)));
      if (isNoNumber(band.price()))
        return new NotUnderstood(messages.text("price.no-number", band.price().strip()));
      read.add(new Tariff.Band(name(band), band.days(), band.from(), band.to(), number(band.price()).orElseThrow()));
    }
    return twice(read, messages).<Meaning>map(NotUnderstood::new).orElseGet(
        () -> new Understood(new EnergySettings(number(price), code, read, number(co2))));
  }

  /// Says the first hour that two bands hold.
  private static Optional<String> twice(List<Tariff.Band> bands, Messages messages) {
    for (DayOfWeek day : DayOfWeek.values())
      for (int hour = 0; hour < 24; hour++) {
        int at = hour;
        List<Tariff.Band> holding = bands.stream().filter(band -> band.holds(day, at)).toList();
        if (holding.size() > 1)
          return Optional.of(messages.text("price.twice", holding.get(0).name(), holding.get(1).name(),
              day.getDisplayName(TextStyle.FULL_STANDALONE, messages.locale()), hour(hour)));
      }
    return Optional.empty();
  }

  /// A band without a name is called after its hours.
  private static String name(BandDraft band) {
    return band.name().isBlank() ? hour(band.from()) + "–" + hour(band.to()) : band.name().strip();
  }

  /// An hour of the day as clocks show it.
  static String hour(int hour) {
    return String.format(Locale.ROOT, "%02d:00", hour);
  }

  private static boolean isNoNumber(String text) {
    return !text.isBlank() && !text.strip().matches(NUMBER);
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip().replace(',', '.')));
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
