package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore;

/// The calendar time a chart shows: one day, week, month or year.
///
/// @param first its first day
public record Period(Kind kind, LocalDate first) {
  /// How long, and in which buckets it is shown.
  public enum Kind {
    DAY(BucketUnit.HOUR), WEEK(BucketUnit.DAY), MONTH(BucketUnit.DAY), YEAR(BucketUnit.MONTH);

    private final BucketUnit length;
    private final BucketUnit buckets;

    Kind(BucketUnit buckets) {
      length = BucketUnit.valueOf(name());
      this.buckets = buckets;
    }

    /// Buckets that give a readable number of bars.
    public BucketUnit buckets() {
      return buckets;
    }
  }

  public Period {
    first = kind.length.firstDay(first);
  }

  /// The period of a kind that holds an instant.
  public static Period around(Kind kind, Instant at, ZoneId zone) {
    return new Period(kind, at.atZone(zone).toLocalDate());
  }

  public Period next() {
    return step(1);
  }

  public Period previous() {
    return step(-1);
  }

  /// Start and end in a zone.
  public ReadingStore.Range range(ZoneId zone) {
    return new ReadingStore.Range(first.atStartOfDay(zone).toInstant(), next().first.atStartOfDay(zone).toInstant());
  }

  /// "Friday, 20 November 2026", "16 Nov 2026 – 22 Nov 2026", "November 2026", "2026".
  public String label(Locale locale) {
    return switch (kind) {
      case DAY -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(first);
      case WEEK -> week(locale);
      case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(first);
      case YEAR -> DateTimeFormatter.ofPattern("yyyy", locale).format(first);
    };
  }

  private String week(Locale locale) {
    DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    return day.format(first) + " – " + day.format(first.plusDays(6));
  }

  private Period step(int count) {
    return new Period(kind, switch (kind) {
      case DAY -> first.plusDays(count);
      case WEEK -> first.plusWeeks(count);
      case MONTH -> first.plusMonths(count);
      case YEAR -> first.plusYears(count);
    });
  }
}
