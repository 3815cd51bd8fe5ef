package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PhoneAppEstimatorTest {
  private static final long START = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000;
  private static final ClockEstimator APP = ClockEstimators.byName("as-phone-app").orElseThrow();

  // Seven boots e1..e7 at 10, 20, … 70 h fill 160 bytes: 160 / 30 rounded up = 6 numbers of 8 bytes,
  // e1 0 e2 0 e3 0: it sees e1, e2, e3.
  // Last reading 75 h, now 84 h: error 9 h, 3 h for each.
  //    5 h          nothing passed    5 h
  //   15 h > 10 h   one part         18 h
  //   25 h > 20 h   two parts        31 h
  //   45 h > 30 h   three parts      54 h
  //   75 h          none left        84 h = now
  @Test
  void sevenBootsOfWhichItSeesThree() {
    assertEquals(hours(5, 18, 31, 54, 84), corrected(84, hours(10, 20, 30, 40, 50, 60, 70), hours(5, 15, 25, 45, 75)));
  }

  // Boots at 2 h and 3 h, readings at 1, 4, 5, 6 h, now 16 h: error 10 h, 5 h for each. The reading at 4 h is after
  // both boots but takes one part only; the one at 5 h takes the second.
  @Test
  void twoBootsBetweenTwoReadingsLeakIntoTheNextReading() {
    assertEquals(hours(1, 9, 15, 16), corrected(16, hours(2, 3), hours(1, 4, 5, 6)));
  }

  // Three phases of one hour, a second apart, after two boots: 10 h and 20 h of shift within the same hour.
  @Test
  void phasesOfOneHourAreTornApart() {
    List<Long> stamps = List.of(4 * HOUR, 4 * HOUR + 1_000, 4 * HOUR + 2_000);
    assertEquals(List.of(14 * HOUR + 1_000, 24 * HOUR + 3_000, 24 * HOUR + 4_000),
        corrected(24 * HOUR + 4_000, hours(2, 3), stamps, 1));
  }

  // The stamp of the last reading before an outage is a moment after the boot's entry: it is shifted as if after it.
  @Test
  void readingAMomentAfterTheEntryIsTakenForLater() {
    assertEquals(List.of(HOUR, 12 * HOUR + 1, 20 * HOUR),
        corrected(20, hours(2), List.of(HOUR, 2 * HOUR + 1, 10 * HOUR)));
    assertEquals(List.of(HOUR, 2 * HOUR, 20 * HOUR), corrected(20, hours(2), hours(1, 2, 10)));
  }

  @Test
  void errorOfAnHourIsIgnoredButNotAMillisecondMore() {
    assertEquals(hours(1, 5), corrected(6, hours(2), hours(1, 5)));
    assertEquals(List.of(HOUR, 6 * HOUR + 1), corrected(6 * HOUR + 1, hours(2), hours(1, 5), 1));
  }

  @Test
  void clockNeverSetIsNeverCorrected() {
    List<Reading> readings = List.of(TestReadings.at(HOUR), TestReadings.at(2 * HOUR));
    var problem = new ClockProblem(readings, Collections.nCopies(2, SavePeriod.HOUR),
        new PowerLossLog(List.of(4L, HOUR + 5)), Optional.empty(), Instant.ofEpochMilli(START));
    assertEquals(List.of(HOUR, 2 * HOUR),
        APP.estimate(problem).stream().map(time -> time.measuredAt().toEpochMilli()).toList());
  }

  // error 10,000,001 ms for two entries: 5,000,000 each, the rest is dropped
  @Test
  void partsAreWholeMilliseconds() {
    assertEquals(List.of(0L, 8 * HOUR + 5_000_000, 9 * HOUR + 10_000_000),
        corrected(9 * HOUR + 10_000_001, hours(2, 3), hours(0, 8, 9), 1));
  }

  @Test
  void onlyEqualEntriesAreTakenForOneAndTheOrderIsAscending() {
    assertEquals(List.of(START + 1), seen(START + 1, START + 1, START + 9));
    assertEquals(List.of(START + 1, START + 5), seen(START + 5, START + 1, START + 9));
    assertEquals(List.of(START + 1), seen(1_661_950_000_000L, START + 1, START + 2));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,2", "5,2", "10,3", "20,6", "50,14", "100,27"})
  void itSeesAboutAQuarterOfTheBoots(int boots, int seen) {
    assertEquals(seen, seen(LongStream.rangeClosed(1, boots).map(i -> START + i).toArray()).size());
  }

  @Test
  void noReadingsHaveNoTimes() {
    assertEquals(List.of(), corrected(9, hours(1), List.of()));
  }

  @Test
  void intervalHoldsTheRawStampAndTheEstimate() {
    var problem = problem(START + 84 * HOUR, hours(10, 20, 30), hours(5, 15, 75));
    for (CorrectedTime time : APP.estimate(problem)) {
      assertEquals(Why.PHONE_APP, time.why());
      assertTrue(time.latest().toEpochMilli() <= START + 84 * HOUR);
    }
  }

  private static List<Long> seen(long... entries) {
    return PhoneAppEstimator.seenBoots(
        PowerLossCodec.encode(new PowerLossLog(LongStream.of(entries).boxed().toList())));
  }

  private static List<Long> corrected(long nowHour, List<Long> boots, List<Long> readings) {
    return corrected(nowHour, boots, readings, HOUR);
  }

  private static List<Long> corrected(long now, List<Long> boots, List<Long> readings, long unitMillis) {
    return APP.estimate(problem(START + now * unitMillis, boots, readings)).stream()
        .map(time -> time.measuredAt().toEpochMilli() - START).toList();
  }

  private static ClockProblem problem(long now, List<Long> boots, List<Long> readings) {
    return new ClockProblem(readings.stream().map(offset -> TestReadings.at(START + offset)).toList(),
        Collections.nCopies(readings.size(), SavePeriod.HOUR),
        new PowerLossLog(boots.stream().map(offset -> START + offset).toList()), Optional.empty(),
        Instant.ofEpochMilli(now));
  }

  private static List<Long> hours(long... hours) {
    return Arrays.stream(hours).map(hour -> hour * HOUR).boxed().toList();
  }
}
