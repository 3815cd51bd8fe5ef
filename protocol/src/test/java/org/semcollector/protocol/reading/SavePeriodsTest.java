package org.semcollector.protocol.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SavePeriodsTest {
  private static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 61_200;
  private static final long HOUR = 3_602_000;

  private final List<Reading> readings = new ArrayList<>(List.of(TestReadings.at(START)));

  @Test
  void hourlySpacingIsAnHourWhateverTheVersion() {
    then(HOUR, 3);
    assertEquals("HHHH", periods(OptionalInt.of(102)));
    assertEquals("HHHH", periods(OptionalInt.of(0)));
    assertEquals("HHHH", periods(OptionalInt.empty()));
  }

  @Test
  void minuteRecordsOfAnUpdatedMeterAreKnownByTheirSpacing() {
    then(MINUTE, 3).then(HOUR, 3);
    assertEquals("MMMMHHH", periods(OptionalInt.of(102)));
  }

  @Test
  void recordsOfSeveralPhasesAreComparedWithTheirOwnPhase() {
    readings.clear();
    for (int save = 0; save < 4; save++) {
      for (int channel = 1; channel <= 3; channel++) {
        readings.add(TestReadings.at(channel, START + save * MINUTE + channel * 1_000L));
      }
    }
    assertEquals("M".repeat(12), periods(OptionalInt.of(102)));
  }

  @Test
  void versionDecidesWhereSpacingSaysNothing() {
    then(1_000_000, 2);
    assertEquals("HHH", periods(OptionalInt.of(102)));
    assertEquals("MMM", periods(OptionalInt.of(101)));
    assertEquals("HHH", periods(OptionalInt.empty()));
  }

  @Test
  void clockSetThatFakesAMinuteAmongHoursChangesNothing() {
    then(HOUR, 4).then(MINUTE, 1).then(HOUR, 4);
    assertEquals("H".repeat(10), periods(OptionalInt.of(102)));
  }

  @Test
  void clockSetThatFakesAnHourAmongMinutesChangesNothing() {
    then(MINUTE, 4).then(HOUR, 1).then(MINUTE, 4);
    assertEquals("M".repeat(10), periods(OptionalInt.of(101)));
  }

  @Test
  void savesThatWaitedOrRanADifferentWayStillCount() {
    then(HOUR, 2).then(HOUR + 12_000, 1).then(-5 * HOUR, 1).then(HOUR, 2);
    assertEquals("H".repeat(7), periods(OptionalInt.of(101)));
  }

  @Test
  void noReadingsHaveNoPeriods() {
    assertEquals(List.of(), SavePeriods.of(List.of(), OptionalInt.of(101)));
  }

  private SavePeriodsTest then(long spacing, int times) {
    for (int i = 0; i < times; i++) {
      readings.add(TestReadings.at(readings.getLast().deviceMillis() + spacing));
    }
    return this;
  }

  private String periods(OptionalInt version) {
    var text = new StringBuilder();
    SavePeriods.of(readings, version).forEach(period -> text.append(period.name().charAt(0)));
    return text.toString();
  }
}
