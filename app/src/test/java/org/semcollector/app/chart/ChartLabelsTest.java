package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartLabelsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ChartLabels LABELS = new ChartLabels(BERLIN, Locale.UK);

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-11-20T06:00:00Z, HOUR,  24,  07
      2026-11-19T23:00:00Z, HOUR,  744, 20
      2026-11-20T06:00:00Z, HOUR,  744, ''
      2026-11-19T23:00:00Z, DAY,   30,  20
      2026-11-19T23:00:00Z, DAY,   365, ''
      2026-10-31T23:00:00Z, DAY,   365, Nov
      2026-10-31T23:00:00Z, MONTH, 12,  Nov
      2026-12-31T23:00:00Z, MONTH, 60,  2027
      """)
  void ticksAreLocalAndThinOutWhenThereAreMany(Instant from, BucketUnit unit, int count, String label) {
    assertEquals(label, LABELS.tick(from, unit, count));
  }

  @Test
  void theHourThatClocksShowTwiceIsToldApart() {
    Instant summer = Instant.parse("2026-10-25T00:00:00Z");
    Instant winter = Instant.parse("2026-10-25T01:00:00Z");
    String first = LABELS.span(summer, winter, BucketUnit.HOUR);
    String second = LABELS.span(winter, winter.plusSeconds(3600), BucketUnit.HOUR);
    assertNotEquals(first, second);
    assertTrue(first.contains("02:00 (GMT+02:00)"), first);
  }

  @Test
  void aDayOfTheChangeToSummerTimeHas23Hours() {
    var range = new Period(Period.Kind.DAY, LocalDate.of(2026, 3, 29)).range(BERLIN);
    assertEquals(Duration.ofHours(23), Duration.between(range.from(), range.to()));
  }

  @Test
  void periodsStepByTheCalendar() {
    Period january = Period.around(Period.Kind.MONTH, Instant.parse("2026-01-31T12:00:00Z"), BERLIN);
    assertEquals("February 2026", january.next().label(Locale.UK));
    assertEquals("December 2025", january.previous().label(Locale.UK));
    assertEquals("2025", Period.around(Period.Kind.YEAR, Instant.parse("2026-06-01T00:00:00Z"), BERLIN).previous()
        .label(Locale.UK));
    assertEquals(january, Period.around(Period.Kind.MONTH, Instant.parse("2026-01-01T00:00:00Z"), BERLIN));
  }

  @Test
  void energiesKeepFourFigures() {
    assertEquals("0.884\u00a0kWh", LABELS.energy(0.8841, EnergyUnit.KWH));
    assertEquals("12.70\u00a0kWh", LABELS.energy(12.7, EnergyUnit.KWH));
    assertEquals("52\u00a0Wh", LABELS.energy(0.0521, EnergyUnit.WH));
    assertEquals("7.09\u00a0kWh", LABELS.energy(7.094, EnergyUnit.KWH, 32));
  }
}
