package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HouseholdLoadTest {
  // first line of the table: 2024-01-01T00:00 local standard time (UTC+1), 2.5506 kWh; the next hour has 2.5234
  private static final Instant FIRST_HOUR = Instant.parse("2023-12-31T23:00:00Z");
  private static final Duration HALF_YEAR = Duration.ofDays(26 * 7);

  @Test
  void theEnergyOfAnHourIsTheMeasuredOne() {
    HouseholdLoad load = HouseholdLoad.asMeasured();
    assertEquals(2.5506, load.energyKwh(FIRST_HOUR, FIRST_HOUR.plusSeconds(3600), 1), 1e-9);
    Instant half = FIRST_HOUR.plusSeconds(1800);
    assertEquals((2.5506 + 2.5234) / 2, load.energyKwh(half, half.plusSeconds(3600), 1), 1e-9);
  }

  @Test
  void theHalfYearRepeatsInWholeWeeksBothWays() {
    HouseholdLoad load = HouseholdLoad.asMeasured();
    for (long times : new long[]{-10, 1, 5}) {
      Instant moved = FIRST_HOUR.plus(HALF_YEAR.multipliedBy(times));
      assertEquals(2.5506, load.energyKwh(moved, moved.plusSeconds(3600), 1), 1e-9);
      assertEquals(moved.atOffset(HouseholdYear.ZONE).getDayOfWeek(),
          FIRST_HOUR.atOffset(HouseholdYear.ZONE).getDayOfWeek());
    }
  }

  @Test
  void everyHourHasAValueAlsoThoseNeverMeasured() {
    HouseholdYear year = HouseholdYear.get();
    for (int hour = 0; hour < 26 * 7 * 24; hour++) {
      assertTrue(year.hour(hour).voltageV() > 200 && year.hour(hour).activePowerW() > 0, "hour " + hour);
    }
  }

  @Test
  void seedsDifferAndThePhasesOfOneShareTheLoad() {
    Instant to = FIRST_HOUR.plus(Duration.ofDays(7));
    double[] weekKwh = new double[8];
    for (int seed = 0; seed < 8; seed++) {
      HouseholdLoad load = HouseholdLoad.ofSeed(seed, 3);
      for (int channel = 1; channel <= 3; channel++) {
        double kwh = load.energyKwh(FIRST_HOUR, to, channel);
        assertTrue(kwh > 1, "seed " + seed + " channel " + channel);
        weekKwh[seed] += kwh;
      }
      for (int other = 0; other < seed; other++) {
        assertNotEquals(weekKwh[other], weekKwh[seed], 1);
      }
    }
    HouseholdLoad single = HouseholdLoad.ofSeed(5, 1);
    assertEquals(0, single.energyKwh(FIRST_HOUR, to, 2));
  }

  @Test
  void powerAtAnInstantStaysAroundTheMeanOfItsHour() {
    HouseholdLoad load = HouseholdLoad.asMeasured();
    double sum = 0;
    for (int i = 0; i < 360; i++) {
      double power = load.at(FIRST_HOUR.plusSeconds(10L * i), 1).activePowerW();
      assertTrue(power >= 2550.6 * 0.75 && power <= 2550.6 * 1.25, "power " + power);
      sum += power;
    }
    assertEquals(2550.6, sum / 360, 2550.6 * 0.03);
  }

  @Test
  void aLoadThatKnowsNoEnergyIsIntegratedByTheMinute() {
    Load ramp = (time, _) -> new Load.Sample(time.getEpochSecond() - FIRST_HOUR.getEpochSecond(), 0, 230);
    assertEquals(1.8, ramp.energyKwh(FIRST_HOUR, FIRST_HOUR.plusSeconds(3600), 1), 0.001);
  }
}
