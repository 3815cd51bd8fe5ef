package org.semcollector.app.cli;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.analysis.Tariff;
import picocli.CommandLine.Option;

/// Prices as people type them.
final class TariffOptions {
  private static final Pattern BAND = Pattern
      .compile("(?<name>[^:]+):(?<days>[a-z,-]+):(?<from>\\d{1,2})-(?<to>\\d{1,2}):(?<price>-?\\d+(\\.\\d+)?)");

  @Option(names = "--price", paramLabel = "P", description = "Price of a kWh; outside all bands when there are any.")
  @Nullable
  BigDecimal price;

  @Option(names = "--currency", paramLabel = "EUR", defaultValue = "EUR", description = "Default: EUR.")
  String currency;

  @Option(names = "--band", paramLabel = "NAME:DAYS:H-H:P", description = "Hours with a price of their own, on the meter's clock: night:mon-fri:22-6:0.21. May be given several times.")
  List<String> bands = List.of();

  /// The tariff; empty when no price is given.
  Optional<Tariff> tariff() throws CliException {
    if (price == null) {
      if (!bands.isEmpty())
        throw new CliException(ExitCode.USAGE, "What does a kWh cost outside the bands? Say --price P.");
      return Optional.empty();
    }
    List<Tariff.Band> parsed = new ArrayList<>();
    try {
      for (String band : bands)
        parsed.add(band(band));
      return Optional.of(new Tariff(currency, parsed.isEmpty() ? "flat" : "standard", price, parsed));
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, "This is no tariff: " + e.getMessage() + ".");
    }
  }

  private static Tariff.Band band(String text) throws CliException {
    Matcher parts = BAND.matcher(text);
    if (!parts.matches())
      throw new CliException(ExitCode.USAGE, "«" + text + "» is no band of prices; write night:mon-fri:22-6:0.21.");
    return new Tariff.Band(parts.group("name"), days(parts.group("days")), Integer.parseInt(parts.group("from")),
        Integer.parseInt(parts.group("to")), new BigDecimal(parts.group("price")));
  }

  /// "mon-fri", "sat,sun", "fri".
  static Set<DayOfWeek> days(String text) throws CliException {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      DayOfWeek last = day(ends[ends.length - 1]);
      days.add(last);
      for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1))
        days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String text) throws CliException {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (text.length() >= 2 && day.name().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT)))
        return day;
    }
    throw new CliException(ExitCode.USAGE, "«" + text + "» is no day of the week; write mon, tue … sun.");
  }
}
