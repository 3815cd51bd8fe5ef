package org.semcollector.app.analysis;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = """
      12, 0, 2025-02-28, 2024-02-28
      12, 0, 2024-02-29, -
      1, 0, 2026-03-28, 2026-02-28
      1, 0, 2026-03-29, -
      1, 0, 2026-03-31, -
      1, 0, 2026-05-31, -
      3, 0, 2026-03-31, 2025-12-31
      3, 0, 2026-02-28, 2025-11-28
      0, 364, 2026-11-20, 2025-11-21
      0, 7, 2026-03-02, 2026-02-23
      0, 1, 2026-01-01, 2025-12-31
      """)
  void aDayIsComparedByTheCalendar(int months, int days, LocalDate day, @Nullable LocalDate before) {
    assertEquals(Optional.ofNullable(before), new CalendarShift(months, days).of(day));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-03-01, 2026-04-01, 1, 0
      2026-01-01, 2026-04-01, 3, 0
      2026-01-01, 2027-01-01, 12, 0
      2026-03-02, 2026-03-09, 0, 7
      2026-03-15, 2026-04-15, 0, 31
      2026-03-01, 2026-03-11, 0, 10
      """)
  void thePreviousPeriodIsAsLongByTheCalendar(LocalDate first, LocalDate end, int months, int days) {
    CalendarShift shift = CalendarShift.previous(first, end);
    assertEquals(new CalendarShift(months, days), shift);
    assertEquals(first, shift.boundary(end));
  }

  @Test
  void aBoundaryThatTheCalendarDoesNotHaveIsTheFirstDayAfter() {
    assertEquals(LocalDate.parse("2027-03-01"), CalendarShift.YEAR.boundary(LocalDate.parse("2028-02-29")));
    assertEquals(LocalDate.parse("2026-03-01"), CalendarShift.MONTH.boundary(LocalDate.parse("2026-03-30")));
  }

  @Test
  void aShiftGoesBackInOneUnit() {
    assertThrows(IllegalArgumentException.class, () -> new CalendarShift(0, 0));
    assertThrows(IllegalArgumentException.class, () -> CalendarShift.days(-1));
    assertThrows(IllegalArgumentException.class, () -> new CalendarShift(1, 1));
  }

  @Test
  void marchAfterFebruaryComparesTwentyEightDays() {
    // 28 days of 2 kWh against 28 of 1 kWh: 100 % more; the 29th to 31st stand alone
    Comparison comparison = Comparison.of(days("2026-03-01", "2026-04-01", 2), days("2026-02-01", "2026-03-01", 1),
        Hours.BERLIN, CalendarShift.MONTH);
    assertEquals(28, comparison.alike());
    assertEquals(56, comparison.alikeKwh(), 1e-9);
    assertEquals(28, comparison.alikeBeforeKwh(), 1e-9);
    assertEquals(1, comparison.change().orElseThrow(), 1e-12);
    assertEquals(62, comparison.now().energyKwh(), 1e-9);
    assertTrue(comparison.basis().share() < 1);
    assertEquals(Optional.empty(), comparison.pairs().get(30).before());
  }

  @Test
  void aRunningDayIsNotComparedWithAWholeOne() {
    List<Bucket> now = new ArrayList<>(days("2026-06-01", "2026-06-02", 2));
    now.add(Hours.of(BucketUnit.DAY, now.getLast().to(), Hours.BERLIN, 0.5, 0.3));
    Comparison comparison = Comparison.of(now, days("2026-05-01", "2026-05-03", 1), Hours.BERLIN, CalendarShift.MONTH);
    assertEquals(1, comparison.alike());
    assertEquals(1, comparison.change().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), comparison.pairs().get(1).change());
    assertEquals(2.5, comparison.now().energyKwh(), 1e-12);
  }

  @Test
  void theDayOfTheClockChangeIsComparedHourByHour() {
    // 29 March has no 02:00 hour, 28 March has
    Comparison spring = Comparison.of(hours("2026-03-29", "2026-03-30", 2), hours("2026-03-28", "2026-03-29", 1),
        Hours.BERLIN, CalendarShift.DAY);
    assertEquals(23, spring.pairs().size());
    assertEquals(23, spring.alike());
    assertEquals(1, spring.change().orElseThrow(), 1e-12);
    // 25 October has 02:00 twice, 24 October once: the second stays alone
    Comparison autumn = Comparison.of(hours("2026-10-25", "2026-10-26", 2), hours("2026-10-24", "2026-10-25", 1),
        Hours.BERLIN, CalendarShift.DAY);
    assertEquals(25, autumn.pairs().size());
    assertEquals(24, autumn.alike());
    assertEquals(Optional.empty(), autumn.pairs().get(3).before());
    // and the other way round the second of yesterday's is not used
    Comparison after = Comparison.of(hours("2026-10-26", "2026-10-27", 2), hours("2026-10-25", "2026-10-26", 1),
        Hours.BERLIN, CalendarShift.DAY);
    assertEquals(24, after.alike());
    assertEquals(24, after.alikeBeforeKwh(), 1e-12);
  }

  @Test
  void theLeapDayStandsAlone() {
    Comparison comparison = Comparison.of(days("2024-02-01", "2024-03-01", 3), days("2023-02-01", "2023-03-01", 2),
        Hours.BERLIN, CalendarShift.YEAR);
    assertEquals(29, comparison.pairs().size());
    assertEquals(28, comparison.alike());
    assertEquals(0.5, comparison.change().orElseThrow(), 1e-12);
  }

  @Test
  void aYearByWeekdayPairsTheSameDaysOfTheWeek() {
    Comparison comparison = Comparison.of(days("2026-06-01", "2026-07-01", 1), days("2025-06-02", "2025-07-02", 1),
        Hours.BERLIN, CalendarShift.YEAR_BY_WEEKDAY);
    assertEquals(30, comparison.alike());
    comparison.pairs().forEach(pair -> assertEquals(pair.now().from().atZone(Hours.BERLIN).getDayOfWeek(),
        pair.before().orElseThrow().from().atZone(Hours.BERLIN).getDayOfWeek()));
  }

  @Test
  void nothingMeasuredBeforeGivesNoChange() {
    assertEquals(OptionalDouble.empty(),
        Comparison.of(days("2026-06-01", "2026-06-03", 1), List.of(), Hours.BERLIN, CalendarShift.MONTH).change());
    assertEquals(OptionalDouble.empty(), Comparison.of(days("2026-06-01", "2026-06-03", 1),
        days("2026-05-01", "2026-05-03", 0), Hours.BERLIN, CalendarShift.MONTH).change());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void aPeriodComparedWithItselfShiftedHasNoChange(int seed) {
    List<Bucket> before = Hours.random(seed, "2026-06-01", ZoneOffset.UTC, 24 * 7);
    List<Bucket> now = Hours.random(seed, "2026-06-08", ZoneOffset.UTC, 24 * 7);
    Comparison comparison = Comparison.of(now, before, ZoneOffset.UTC, CalendarShift.WEEK);
    assertEquals(0, comparison.change().orElseThrow(), 1e-12);
    assertEquals(now.stream().filter(Power::isComplete).count(), comparison.alike());
  }

  private static List<Bucket> days(String from, String to, double kwh) {
    return Hours.all(BucketUnit.DAY, from, to, Hours.BERLIN, kwh);
  }

  private static List<Bucket> hours(String from, String to, double kwh) {
    return Hours.all(BucketUnit.HOUR, from, to, Hours.BERLIN, kwh);
  }
}
