package org.semcollector.protocol.reading;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.powerloss.PowerLossLog;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HolesTest {
  private static final long START = 1_700_000_000_000L;
  private static final long HOUR = 3_602_000;

  @Test
  void recordsLeftOutSilentlyAreAHole() {
    assertEquals(List.of(new Hole(1, 1, 2, 3)), holes(PowerLossLog.EMPTY, 0, HOUR, 5 * HOUR, 6 * HOUR));
  }

  @Test
  void healthyRunHasNoHole() {
    assertEquals(List.of(), holes(PowerLossLog.EMPTY, 0, HOUR, 2 * HOUR + 1_000, 3 * HOUR));
  }

  @Test
  void outageLeavesNoHoleInTheMetersOwnClock() {
    long boot = START + 2 * HOUR - 700;
    assertEquals(List.of(), holes(new PowerLossLog(List.of(boot)), 0, HOUR, 2 * HOUR, boot - START + HOUR));
  }

  @Test
  void gapBeforeABootFromATimeThatWasSetIsTheBoots() {
    long boot = START + 20 * HOUR;
    assertEquals(List.of(), holes(new PowerLossLog(List.of(boot)), 0, HOUR, 21 * HOUR));
    assertEquals(1, holes(PowerLossLog.EMPTY, 0, HOUR, 21 * HOUR).size());
  }

  @Test
  void clockSetInTheMiddleOfAnHourIsNoHole() {
    assertEquals(List.of(), holes(PowerLossLog.EMPTY, 0, HOUR, 5 * HOUR + HOUR / 2, 6 * HOUR + HOUR / 2));
  }

  @Test
  void firstClockSetOfAMeterIsNoHole() {
    var readings = List.of(TestReadings.at(HOUR), TestReadings.at(START));
    assertEquals(List.of(),
        Holes.of(readings, SavePeriods.of(readings, OptionalInt.of(102)), PowerLossLog.EMPTY));
  }

  @Test
  void phasesAreLookedAtOneByOne() {
    var readings = List.of(TestReadings.at(1, START), TestReadings.at(2, START + 1_000),
        TestReadings.at(1, START + HOUR), TestReadings.at(1, START + 2 * HOUR),
        TestReadings.at(2, START + 2 * HOUR + 1_000));
    assertEquals(List.of(new Hole(2, 1, 4, 1)),
        Holes.of(readings, SavePeriods.of(readings, OptionalInt.of(102)), PowerLossLog.EMPTY));
  }

  private static List<Hole> holes(PowerLossLog log, long... offsets) {
    List<Reading> readings = Arrays.stream(offsets).mapToObj(offset -> TestReadings.at(START + offset)).toList();
    return Holes.of(readings, SavePeriods.of(readings, OptionalInt.of(102)), log);
  }
}
