package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore;

/// The calendar time a chart shows: one day, month or year.
///
/// @param first its first day
public record Period(Kind kind, LocalDate first) {
  /// How long, and in which buckets it is shown.
  public enum Kind {
    DAY(BucketUnit.HOUR), MONTH(BucketUnit.DAY), YEAR(BucketUnit.MONTH);

    private final BucketUnit buckets;

    Kind(BucketUnit buckets) {
      this.buckets = buckets;
    }

    /// Buckets that give a readable number of bars.
    public BucketUnit buckets() {
      return buckets;
    }
  }

  public Period {
    first = switch (kind) {
      case DAY -> first;
      case MONTH -> first.withDayOfMonth(1);
      case YEAR -> first.withDayOfYear(1);
    };
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

  /// "Friday, 20 November 2026", "November 2026", "2026".
  public String label(Locale locale) {
    return switch (kind) {
      case DAY -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(first);
      case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(first);
      case YEAR -> DateTimeFormatter.ofPattern("yyyy", locale).format(first);
    };
  }

  private Period step(int count) {
    return new Period(kind, switch (kind) {
      case DAY -> first.plusDays(count);
      case MONTH -> first.plusMonths(count);
      case YEAR -> first.plusYears(count);
    });
  }
}
