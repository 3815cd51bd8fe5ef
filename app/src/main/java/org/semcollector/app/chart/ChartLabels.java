package org.semcollector.app.chart;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.semcollector.app.rollup.BucketUnit;

/// Writes times and numbers of a chart in a zone and a language.
public record ChartLabels(ZoneId zone, Locale locale) {
  private static final int HOURS_WITH_OWN_LABEL = 48;
  private static final int DAYS_WITH_OWN_LABEL = 62;
  private static final int WEEKS_WITH_OWN_LABEL = 16;
  private static final int MONTHS_WITH_OWN_LABEL = 24;

  /// The short label under a bar; empty for bars between labels when there are too many for one each.
  ///
  /// @param count how many bars the chart has
  public String tick(Instant from, BucketUnit unit, int count) {
    ZonedDateTime local = from.atZone(zone);
    return switch (unit) {
      case HOUR -> count <= HOURS_WITH_OWN_LABEL
          ? format(local, "HH")
          : local.getHour() == 0 ? format(local, count > 24 * DAYS_WITH_OWN_LABEL ? "d MMM" : "d") : "";
      case DAY -> count <= DAYS_WITH_OWN_LABEL
          ? format(local, "d")
          : local.getDayOfMonth() == 1 ? format(local, "LLL") : "";
      case WEEK -> count <= WEEKS_WITH_OWN_LABEL
          ? format(local, "d MMM")
          : local.getDayOfMonth() <= 7 ? format(local, "LLL") : "";
      case MONTH -> count <= MONTHS_WITH_OWN_LABEL
          ? format(local, "LLL")
          : local.getMonthValue() == 1 ? format(local, "yyyy") : "";
      case YEAR -> format(local, "yyyy");
    };
  }

  /// A bucket's time in words: "Friday, 20 November 2026, 07:00–08:00". An hour that the clocks show twice carries its
  /// offset.
  public String span(Instant from, Instant to, BucketUnit unit) {
    ZonedDateTime local = from.atZone(zone);
    return switch (unit) {
      case HOUR -> date(local) + ", " + time(from) + "–" + time(to);
      case DAY -> date(local);
      case WEEK -> date(local) + " – " + date(to.minusMillis(1).atZone(zone));
      case MONTH -> format(local, "LLLL yyyy");
      case YEAR -> format(local, "yyyy");
    };
  }

  /// A number with a fixed count of decimals.
  public String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /// An energy with its unit and about four significant figures: "0.884 kWh", "12.70 kWh".
  public String energy(double kwh, EnergyUnit unit) {
    return energy(kwh, unit, kwh);
  }

  /// An energy with its unit and as many decimals as another one has, for columns of numbers.
  public String energy(double kwh, EnergyUnit unit, double likeKwh) {
    double size = Math.abs(unit.of(likeKwh));
    int decimals = unit == EnergyUnit.WH || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    return number(unit.of(kwh), decimals) + "\u00a0" + unit.symbol();
  }

  /// A relative change with its sign: "+12.4 %".
  public String change(double change) {
    return (change >= 0 ? "+" : "\u2212") + number(Math.abs(change) * 100, 1) + "\u00a0%";
  }

  /// A power in W, from 10 kW on in kW: "884 W", "12.70 kW".
  public String power(double watts) {
    return Math.abs(watts) < 10_000 ? number(watts, 0) + "\u00a0W" : number(watts / 1000, 2) + "\u00a0kW";
  }

  /// A measured value with its unit.
  public String value(double value, LinePanels.Quantity quantity) {
    String number = number(value, quantity.decimals());
    return quantity.unit().isEmpty() ? number : number + "\u00a0" + quantity.unit();
  }

  /// A moment in words: "Friday, 20 November 2026, 07:00".
  public String moment(Instant at) {
    return date(at.atZone(zone)) + ", " + time(at);
  }

  /// A moment for a table: "20 Nov 2026, 07:00".
  public String shortMoment(Instant at) {
    return shortDate(at) + ", " + time(at);
  }

  /// An hour: "20 Nov 2026, 07:00–08:00".
  public String shortHour(Instant from, Instant to) {
    return shortDate(from) + ", " + time(from) + "–" + time(to);
  }

  private String shortDate(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(at.atZone(zone));
  }

  private String date(ZonedDateTime local) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(local);
  }

  private String time(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
    return format(local, twice ? "HH:mm (OOOO)" : "HH:mm");
  }

  private String format(ZonedDateTime at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(at);
  }
}
