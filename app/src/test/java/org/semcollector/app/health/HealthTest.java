package org.semcollector.app.health;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HealthTest {
  static final Ssid SSID = new Ssid("SEM-24:6f:28:00:00:01");
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final int HOURS = 240;
  static final Instant END = START.plus(Duration.ofHours(HOURS));

  /// Power, apparent power, current, voltage, energy of one hour.
  record Hour(double w, double va, double a, double v, double kwh) {}

  /// 230 V, a load that walks between 800 and 1,200 W, all of its energy counted.
  static Hour well(int hour) {
    double w = 1_000 + 200 * Math.sin(hour / 12.0);
    return new Hour(w, w / 0.95, w / 0.95 / 230, 230 + Math.sin(hour), w / 1_000);
  }

  static List<StoredReading> hours(int channel, Duration lag, IntFunction<Hour> hours) {
    var readings = new ArrayList<StoredReading>();
    for (int i = 0; i < HOURS; i++) {
      Hour hour = hours.apply(i);
      Instant at = START.plus(Duration.ofHours(i));
      var raw = new Reading(channel, (float) hour.w, (float) hour.va, (float) hour.a, (float) hour.v, (float) hour.kwh,
          at.minus(lag).toEpochMilli());
      readings.add(new StoredReading(i, SSID, i, raw, SavePeriod.HOUR, new CorrectedTime(at, at, at, Why.VISIT)));
    }
    return readings;
  }

  static HealthFacts facts(Map<Integer, List<StoredReading>> channels, List<Long> boots, int version,
      int records) {
    return new HealthFacts(new TreeMap<>(channels), boots, OptionalInt.of(version), records, Optional.of(END), false,
        List.of(),
        Optional.empty(), 230, START.plus(Duration.ofHours(HOURS)));
  }

  static HealthFacts single(IntFunction<Hour> hours) {
    return facts(Map.of(1, hours(1, Duration.ZERO, hours)), List.of(), 102, 240);
  }

  static List<String> rules(HealthFacts facts) {
    return Health.judge(facts).findings().stream().map(finding -> finding.rule() + " " + finding.severity()).toList();
  }

  static String sentences(HealthFacts facts) {
    var words = new HealthSentences(Locale.UK, ZoneId.of("Europe/London"));
    HealthVerdict verdict = Health.judge(facts);
    var text = new StringBuilder(words.summary(verdict));
    verdict.findings().forEach(finding -> text.append("\n").append(words.sentence(finding)));
    return text.toString();
  }

  @Test
  void aWellMeterHasNoFindings() {
    assertEquals("Nothing wrong was found in 240 readings.", sentences(single(HealthTest::well)));
    assertEquals("There are no readings to judge this meter by yet.",
        sentences(facts(Map.of(), List.of(), 102, 0)));
  }

  /// 49 % is what a single-phase meter at 50 Hz counts: factor 1 / 0.49 = 2.041.
  @Test
  void energyCountedOnlyWhileSamplingIsEstimatedFromSteadyHoursAndNotApplied() {
    HealthFacts facts = single(hour -> {
      Hour well = well(hour);
      boolean switched = hour % 9 == 0; // something was on in the hour, but not at its end
      return new Hour(well.w, well.va, well.a, well.v, well.kwh * 0.49 * (switched ? 3 : 1));
    });
    assertEquals(List.of("energy-factor WATCH"), rules(facts));
    assertTrue(sentences(facts).contains("the kWh are 49%") && sentences(facts).contains("a factor of 2.0"),
        sentences(facts));
  }

  @Test
  void aRestlessLoadGivesNoFactorAtAll() {
    var random = new SplittableRandom(5);
    assertEquals(List.of(), rules(single(_ -> {
      double w = random.nextDouble(100, 3_000);
      return new Hour(w, w, w / 230, 230 + random.nextDouble(), random.nextDouble(0.1, 3));
    })));
  }

  @Test
  void voltageIsJudgedByTheBandOfTheGrid() {
    assertEquals(List.of("voltage-absent FAULT"), rules(single(hour -> new Hour(0, 0, 0.01, 0.3 + hour % 2, 0))));
    assertEquals(List.of("current-without-voltage FAULT"), rules(single(hour -> new Hour(0, 0, 4 + hour % 3, 0, 0))));
    assertEquals(List.of("voltage-out-of-band WATCH"), rules(single(hour -> {
      Hour well = well(hour);
      return new Hour(well.w, well.va, well.a, hour % 10 == 0 ? 195 : well.v, well.kwh);
    })));
    assertEquals(List.of(), rules(single(hour -> {
      Hour well = well(hour);
      return new Hour(well.w, well.va, well.a, hour % 30 == 0 ? 195 : well.v, well.kwh);
    })), "EN 50160 allows one hour in twenty");
  }

  @Test
  void frozenValuesNoiseAndWhatIsNoNumberAreSeen() {
    assertEquals(List.of("stuck FAULT"), rules(single(hour -> well(hour < 200
        ? hour
        : Math.max(hour, 206) == 206
            ? 206
            : hour))));
    assertEquals(List.of("noise-floor NOTE"),
        rules(single(hour -> new Hour(0.5, 12, 0.05 + hour % 7 / 1_000.0, 230 + hour % 3, 0))));
    assertEquals(List.of("not-a-number WATCH"), rules(single(hour -> hour == 7
        ? new Hour(Double.NaN, 1, 1, 230, 1)
        : well(hour))));
  }

  @Test
  void aPhaseThatStoppedAndAClampOnAnotherPhaseAreSeen() {
    List<StoredReading> one = hours(1, Duration.ZERO, HealthTest::well);
    List<StoredReading> two = hours(2, Duration.ZERO, HealthTest::well);
    // cos(acos(0.95) + 120 degrees) is negative; the meter sends its size, 0.75; towards the other side it is 0.20
    List<StoredReading> mixed = hours(3, Duration.ZERO, hour -> new Hour(well(hour).va * 0.2, well(hour).va,
        well(hour).a, well(hour).v, well(hour).va * 0.2 / 1_000));
    assertEquals(List.of(), rules(facts(Map.of(1, one, 2, two), List.of(), 102, 720)));
    assertEquals(List.of("phase-missing FAULT"),
        rules(facts(Map.of(1, one, 2, two.subList(0, HOURS - 3)), List.of(), 102, 720)));
    assertEquals(List.of(), rules(facts(Map.of(1, one, 2, two.subList(0, HOURS - 2)), List.of(), 102, 720)));
    assertEquals(List.of("phase-mixed-up FAULT"),
        rules(facts(Map.of(1, one, 2, two, 3, mixed), List.of(), 102, 720)));
  }

  @Test
  void theSupplyIsJudgedByItsStarts() {
    Map<Integer, List<StoredReading>> well = Map.of(1, hours(1, Duration.ZERO, HealthTest::well));
    long day = 86_400_000;
    long first = START.toEpochMilli();
    assertEquals(List.of("loose-supply FAULT"),
        rules(facts(well, List.of(first, first + 5, first + 9, first + day), 102, 240)));
    assertEquals(List.of(), rules(facts(well, List.of(first, first + 5, first + day, first + day + 5), 102, 240)));
    var many = new ArrayList<Long>();
    for (int i = 0; i < 11; i++)
      many.add(first + i * day / 2);
    assertEquals(List.of("boots-a-day WATCH"), rules(facts(well, many, 102, 240)));
  }

  @Test
  void clockMemoryAndFirmwareAreTold() {
    assertEquals(List.of("clock-lag NOTE"),
        rules(facts(Map.of(1, hours(1, Duration.ofMinutes(130), HealthTest::well)), List.of(), 102, 240)));
    assertEquals(List.of("clock-lag WATCH"),
        rules(facts(Map.of(1, hours(1, Duration.ofDays(2), HealthTest::well)), List.of(), 102, 240)));
    Map<Integer, List<StoredReading>> well = Map.of(1, hours(1, Duration.ZERO, HealthTest::well));
    assertEquals(List.of("old-firmware WATCH"), rules(facts(well, List.of(), 101, 240)));
    assertEquals(List.of("memory WATCH"), rules(facts(well, List.of(), 102, 46_000)));
    // 74 records are left, one an hour: full 3 days and 2 hours after 11 March
    HealthFacts full = facts(well, List.of(), 102, 60_600);
    assertEquals(List.of("memory FAULT"), rules(full));
    assertTrue(sentences(full).contains("60,600 of 60,674") && sentences(full).contains("14 Mar 2026"),
        sentences(full));
  }

  @Test
  void missingTimeIsToldByItsCausesButNotWhatCanStillBeCollected() {
    var readings = new TreeMap<>(Map.of(1, hours(1, Duration.ZERO, HealthTest::well)));
    var gaps = new ArrayList<Gap>();
    gaps.add(gap(20, Gap.Cause.OUTAGE, Gap.State.COMPLETE));
    gaps.add(gap(16, Gap.Cause.UNSAVED_HOUR, Gap.State.LOST));
    gaps.add(gap(300, Gap.Cause.NOT_COLLECTED, Gap.State.RECOVERABLE));
    // 20 + 16 of 720 hours are 5 %: just not worth a word
    assertEquals(List.of(), rules(withGaps(readings, gaps)));
    gaps.add(gap(1, Gap.Cause.UNKNOWN, Gap.State.LOST));
    assertEquals(List.of("missing WATCH"), rules(withGaps(readings, gaps)));
    assertTrue(
        sentences(withGaps(readings, gaps))
            .contains("20 h without power, 16 h that were not saved before power cuts, 1 h for unknown reasons"),
        sentences(withGaps(readings, gaps)));
  }

  private static Gap gap(int hours, Gap.Cause cause, Gap.State state) {
    return new Gap(SSID, START, START.plus(Duration.ofHours(hours)), cause, 0, state);
  }

  private static HealthFacts withGaps(java.util.SortedMap<Integer, List<StoredReading>> readings, List<Gap> gaps) {
    return new HealthFacts(readings, List.of(), OptionalInt.of(102), 10, Optional.of(END), false, gaps,
        Optional.empty(), 230,
        START.plus(Duration.ofHours(HOURS)));
  }

  @Test
  void whatVisitsToldIsSaidAndTheWorstComesFirst() {
    var facts = new HealthFacts(new TreeMap<>(Map.of(1, hours(1, Duration.ofHours(1), HealthTest::well))), List.of(),
        OptionalInt.empty(), 0, Optional.empty(), true, List.of(), Optional.of(new Ssid("SEM-24:6f:28:00:00:09")), 230,
        START);
    assertEquals(List.of("lost-memory FAULT", "clock-lag NOTE", "replaced NOTE"), rules(facts));
    String text = sentences(facts);
    assertTrue(text.startsWith("Something is wrong: 3 findings.") && text.contains("SEM-24:6f:28:00:00:09"), text);
    assertFalse(text.contains("{"), text);
  }
}
