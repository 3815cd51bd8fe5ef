package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore;

/// The calendar time a chart shows.
///
/// @param first its first day
/// @param end the day after its last
public record Period(Kind kind, LocalDate first, LocalDate end) {
  private static final int MOST_DAYS_AS_HOURS = 3;
  private static final int MOST_DAYS_AS_DAYS = 92;
  private static final int MOST_DAYS_AS_MONTHS = 366 * 8;

  /// What kind of time.
  public enum Kind {
    /// One day.
    DAY,
    /// From Monday to Sunday.
    WEEK,
    /// A month of the calendar.
    MONTH,
    /// Twelve months of the calendar, ending with any.
    TWELVE_MONTHS,
    /// A year of the calendar.
    YEAR,
    /// All days with readings.
    ALL,
    /// Any days.
    DAYS;

    /// Buckets that give a readable number of bars.
    public BucketUnit buckets() {
      return switch (this) {
        case DAY -> BucketUnit.HOUR;
        case WEEK, MONTH, DAYS -> BucketUnit.DAY;
        case TWELVE_MONTHS, YEAR, ALL -> BucketUnit.MONTH;
      };
    }
  }

  public Period {
    if (!first.isBefore(end))
      throw new IllegalArgumentException("a period from " + first + " to " + end);
  }

  /// The period of a kind with a length of its own that holds a day, or for twelve months the one that begins with its
  /// month.
  ///
  /// @throws IllegalArgumentException for [Kind#ALL] and [Kind#DAYS], whose length is not known
  public Period(Kind kind, LocalDate day) {
    this(kind, start(kind, day), step(kind, start(kind, day), 1));
  }

  /// The period of a kind that holds an instant; twelve months end with its month.
  public static Period around(Kind kind, Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return new Period(kind, kind == Kind.TWELVE_MONTHS ? day.minusMonths(11) : day);
  }

  /// Some days that end with the one that holds an instant.
  public static Period lastDays(int count, Instant at, ZoneId zone) {
    LocalDate last = at.atZone(zone).toLocalDate();
    return days(last.minusDays(count - 1L), last);
  }

  /// Some days, as long as wanted.
  ///
  /// @param last included
  public static Period days(LocalDate first, LocalDate last) {
    return new Period(Kind.DAYS, first, last.plusDays(1));
  }

  /// All days from the first to the last reading.
  public static Period all(Instant firstReading, Instant lastReading, ZoneId zone) {
    return new Period(Kind.ALL, firstReading.atZone(zone).toLocalDate(),
        lastReading.atZone(zone).toLocalDate().plusDays(1));
  }

  public Period next() {
    return moved(1);
  }

  public Period previous() {
    return moved(-1);
  }

  /// Whether there is one before and one after.
  public boolean canStep() {
    return kind != Kind.ALL;
  }

  /// The larger period one comes from; empty at the top.
  public Optional<Kind> above() {
    return switch (kind) {
      case DAY, WEEK, DAYS -> Optional.of(days() > 31 ? Kind.YEAR : Kind.MONTH);
      case MONTH -> Optional.of(Kind.YEAR);
      case YEAR, TWELVE_MONTHS -> Optional.of(Kind.ALL);
      case ALL -> Optional.empty();
    };
  }

  /// Buckets that give a readable number of bars.
  public BucketUnit buckets() {
    if (kind != Kind.DAYS && kind != Kind.ALL)
      return kind.buckets();
    if (days() <= MOST_DAYS_AS_HOURS)
      return BucketUnit.HOUR;
    if (days() <= MOST_DAYS_AS_DAYS)
      return BucketUnit.DAY;
    return days() <= MOST_DAYS_AS_MONTHS ? BucketUnit.MONTH : BucketUnit.YEAR;
  }

  /// How many days.
  public long days() {
    return ChronoUnit.DAYS.between(first, end);
  }

  /// Start and end in a zone.
  public ReadingStore.Range range(ZoneId zone) {
    return new ReadingStore.Range(first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
  }

  /// "Friday, 20 November 2026", "November 2026", "2026", "14 Jun 2026 – 20 Jun 2026".
  public String label(Locale locale) {
    return switch (kind) {
      case DAY -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(first);
      case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(first);
      case YEAR -> DateTimeFormatter.ofPattern("yyyy", locale).format(first);
      case TWELVE_MONTHS -> fromTo(DateTimeFormatter.ofPattern("LLL yyyy", locale));
      case WEEK, ALL, DAYS -> fromTo(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    };
  }

  private String fromTo(DateTimeFormatter format) {
    return days() == 1 ? format.format(first) : format.format(first) + " – " + format.format(end.minusDays(1));
  }

  private Period moved(int count) {
    return switch (kind) {
      case ALL -> this;
      case DAYS -> new Period(kind, first.plusDays(count * days()), end.plusDays(count * days()));
      default -> new Period(kind, step(kind, first, count));
    };
  }

  private static LocalDate start(Kind kind, LocalDate day) {
    return switch (kind) {
      case MONTH, TWELVE_MONTHS -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
      case WEEK -> BucketUnit.WEEK.firstDay(day);
      case DAY, ALL, DAYS -> day;
    };
  }

  private static LocalDate step(Kind kind, LocalDate from, int count) {
    return switch (kind) {
      case DAY -> from.plusDays(count);
      case WEEK -> from.plusDays(7L * count);
      case MONTH -> from.plusMonths(count);
      case TWELVE_MONTHS -> from.plusMonths(12L * count);
      case YEAR -> from.plusYears(count);
      case ALL, DAYS -> throw new IllegalArgumentException(kind + " has no length of its own");
    };
  }
}
