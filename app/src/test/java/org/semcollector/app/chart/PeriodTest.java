package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PeriodTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(textBlock = """
      # kind,        holds,                first,      end,        previous
      DAY,           2024-03-31T10:00:00Z, 2024-03-31, 2024-04-01, 2024-03-30
      WEEK,          2024-03-31T10:00:00Z, 2024-03-25, 2024-04-01, 2024-03-18
      MONTH,         2024-03-31T10:00:00Z, 2024-03-01, 2024-04-01, 2024-02-01
      TWELVE_MONTHS, 2024-03-31T10:00:00Z, 2023-04-01, 2024-04-01, 2022-04-01
      YEAR,          2024-03-31T10:00:00Z, 2024-01-01, 2025-01-01, 2023-01-01
      """)
  void periodsFollowTheCalendar(Period.Kind kind, Instant holds, LocalDate first, LocalDate end, LocalDate previous) {
    Period period = Period.around(kind, holds, BERLIN);
    assertEquals(first, period.first());
    assertEquals(end, period.end());
    assertEquals(previous, period.previous().first());
    assertEquals(period, period.previous().next());
  }

  @Test
  void aDayOfSummerTimeHas23Hours() {
    var range = Period.around(Period.Kind.DAY, Instant.parse("2024-03-31T10:00:00Z"), BERLIN).range(BERLIN);
    assertEquals(Duration.ofHours(23), Duration.between(range.from(), range.to()));
  }

  @Test
  void chosenDaysStepByTheirOwnLengthAndAllDoesNotStep() {
    Period days = Period.lastDays(7, Instant.parse("2024-06-20T22:30:00Z"), BERLIN);
    assertEquals(LocalDate.of(2024, 6, 15), days.first());
    assertEquals(LocalDate.of(2024, 6, 8), days.previous().first());
    assertEquals("15 Jun 2024 – 21 Jun 2024", days.label(Locale.UK));
    Period all = Period.all(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-06-20T00:00:00Z"), BERLIN);
    assertFalse(all.canStep());
    assertEquals(all, all.next());
    assertThrows(IllegalArgumentException.class, () -> new Period(Period.Kind.ALL, LocalDate.of(2024, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({"1,HOUR", "3,HOUR", "4,DAY", "92,DAY", "93,MONTH", "2928,MONTH", "2929,YEAR"})
  void bucketsFollowTheLength(int days, BucketUnit unit) {
    LocalDate first = LocalDate.of(2020, 1, 1);
    assertEquals(unit, Period.days(first, first.plusDays(days - 1L)).buckets());
  }

  @Test
  void upLeadsToEverything() {
    assertEquals(Optional.of(Period.Kind.MONTH), new Period(Period.Kind.DAY, LocalDate.of(2024, 6, 1)).above());
    assertEquals(Optional.of(Period.Kind.ALL), new Period(Period.Kind.YEAR, LocalDate.of(2024, 6, 1)).above());
    assertEquals(Optional.empty(), Period.all(Instant.EPOCH, Instant.EPOCH.plusSeconds(9), BERLIN).above());
  }
}
