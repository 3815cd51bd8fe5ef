package org.semcollector.app.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.semcollector.app.chart.ChartLabels;

/// Writes times, sizes and durations for people, in a language and a zone.
public final class Formats {
  private static final int KILO = 1000;

  private final Messages messages;
  private final ChartLabels labels;

  public Formats(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.labels = new ChartLabels(zone, messages.locale());
  }

  /// Names of times and energies in charts.
  public ChartLabels labels() {
    return labels;
  }

  public Locale locale() {
    return messages.locale();
  }

  /// "20 Nov 2026, 14:03".
  public String dateTime(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(messages.locale())
        .withZone(labels.zone()).format(at);
  }

  /// "20 Nov 2026".
  public String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(messages.locale()).withZone(labels.zone())
        .format(at);
  }

  /// How long ago something was: "just now", "5 min ago", "3 h ago", "12 days ago".
  public String ago(Instant at, Instant now) {
    Duration past = Duration.between(at, now);
    if (past.compareTo(Duration.ofMinutes(1)) < 0)
      return messages.text("ago.now");
    if (past.compareTo(Duration.ofHours(1)) < 0)
      return messages.text("ago.minutes", past.toMinutes());
    return past.compareTo(Duration.ofDays(2)) < 0
        ? messages.text("ago.hours", past.toHours())
        : messages.text("ago.days", past.toDays());
  }

  /// "2 h 10 min", "45 s".
  public String duration(Duration length) {
    Duration size = length.abs();
    if (size.compareTo(Duration.ofMinutes(1)) < 0)
      return messages.text("duration.seconds", size.toSeconds());
    if (size.compareTo(Duration.ofHours(1)) < 0)
      return messages.text("duration.minutes", size.toMinutes());
    return size.compareTo(Duration.ofDays(2)) < 0
        ? messages.text("duration.hours", size.toHours(), size.toMinutesPart())
        : messages.text("duration.days", size.toDays(), size.toHoursPart());
  }

  /// "812 B", "12.3 kB", "1.8 MB".
  public String bytes(double count) {
    if (count < KILO)
      return labels.number(count, 0) + "\u00a0B";
    return count < KILO * KILO
        ? labels.number(count / KILO, 1) + "\u00a0kB"
        : labels.number(count / KILO / KILO, 1) + "\u00a0MB";
  }
}
