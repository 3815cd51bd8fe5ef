package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WeekProfileTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  /// Monday, midnight in Vienna, four weeks before summer time.
  private static final Instant MONDAY = Instant.parse("2024-03-03T23:00:00Z");
  private static final double DAY = 1440;
  private static final WeekProfile.Tuning TUNING = new WeekProfile.Tuning(6, 12, 8, 10);

  @Test
  void cellsFollowTheLocalCalendarAcrossSummerTime() {
    LocalCells cells = LocalCells.of(MONDAY, VIENNA, 0, 30 * DAY);
    assertEquals(0, cells.weekday(0));
    assertEquals(0, cells.local(0));
    int noonBefore = (int) Math.floor(cells.position(20 * DAY + 720 + 15) + 0.01);
    assertEquals(20 * LocalCells.SLOTS + 24, cells.local(noonBefore));
    int noonAfter = (int) Math.floor(cells.position(28 * DAY + 660 + 15) + 0.01);
    assertEquals(28 * LocalCells.SLOTS + 24, cells.local(noonAfter), "an hour earlier by UTC, noon by the wall");
  }

  @Test
  void theHoursOfWeekdaysAndWeekendsAreLearnt() {
    LocalCells cells = LocalCells.of(MONDAY, VIENNA, 0, 21 * DAY);
    Observations seen = Observations.none(cells.size());
    for (int hour = 0; hour < 14 * 24; hour++) {
      seen.add(cells.position(hour * 60.0), 1, expected(hour));
    }
    double[] profile = WeekProfile.fit(seen, cells, TUNING);
    double worst = 0;
    for (int hour = 14 * 24 + 2; hour < 21 * 24 - 2; hour++) {
      worst = Math.max(worst, Math.abs(profile[(int) Math.round(cells.position(hour * 60.0))] - expected(hour)));
    }
    assertTrue(worst < 0.5, "off by " + worst);
  }

  @Test
  void littleDataMovesTheProfileLittle() {
    LocalCells cells = LocalCells.of(MONDAY, VIENNA, 0, 14 * DAY);
    Observations seen = Observations.none(cells.size());
    for (int hour = 0; hour < 72; hour++) {
      seen.add(cells.position(hour * 60.0), 1, hour == 10 ? 5 : 0);
    }
    double[] profile = WeekProfile.fit(seen, cells, TUNING);
    double atTenTheNextMonday = profile[(int) Math.round(cells.position(7 * DAY + 600))];
    assertTrue(atTenTheNextMonday > 0.2 && atTenTheNextMonday < 2.5, "expects " + atTenTheNextMonday);
  }

  @Test
  void nothingSeenExpectsNothing() {
    LocalCells cells = LocalCells.of(MONDAY, VIENNA, 0, 3 * DAY);
    for (double value : WeekProfile.fit(Observations.none(cells.size()), cells, TUNING)) {
      assertEquals(0, value);
    }
  }

  /// A smooth day, later and higher at the weekend.
  private static double expected(int hour) {
    boolean weekend = hour / 24 % 7 >= 5;
    return Math.sin((hour % 24 - (weekend ? 8 : 6)) * Math.PI / 12) + (weekend ? 0.5 : 0);
  }
}
