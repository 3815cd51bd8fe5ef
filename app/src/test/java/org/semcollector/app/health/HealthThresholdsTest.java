package org.semcollector.app.health;

import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.health.HealthTest.Hour;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.health.HealthTest.END;
import static org.semcollector.app.health.HealthTest.HOURS;
import static org.semcollector.app.health.HealthTest.SSID;
import static org.semcollector.app.health.HealthTest.START;
import static org.semcollector.app.health.HealthTest.facts;
import static org.semcollector.app.health.HealthTest.hours;
import static org.semcollector.app.health.HealthTest.rules;
import static org.semcollector.app.health.HealthTest.sentences;
import static org.semcollector.app.health.HealthTest.single;
import static org.semcollector.app.health.HealthTest.well;

/// Each threshold of docs/health-rules.md, just within it and just beyond.
class HealthThresholdsTest {
  private static final Map<Integer, List<StoredReading>> WELL = Map.of(1, hours(1, Duration.ZERO, HealthTest::well));

  private static Hour counted(int hour, double share) {
    Hour well = well(hour);
    return new Hour(well.w(), well.va(), well.a(), well.v(), well.kwh() * share);
  }

  private static Hour at(double volts, int hour) {
    Hour well = well(hour);
    return new Hour(well.w(), well.va(), well.a(), volts, well.kwh());
  }

  private static List<String> first(int count, IntFunction<Hour> all) {
    return rules(facts(Map.of(1, hours(1, Duration.ZERO, all).subList(0, count)), List.of(), 102, count));
  }

  @Test
  void aFactorNeedsTwentyFourSteadyHoursThatAgree() {
    assertEquals(List.of("energy-factor WATCH"), first(25, hour -> counted(hour, 0.49)));
    assertEquals(List.of(), first(24, hour -> counted(hour, 0.49)), "23 pairs");
    assertEquals(List.of(), rules(single(hour -> counted(hour, 0.96))));
    assertEquals(List.of("energy-factor WATCH"), rules(single(hour -> counted(hour, 0.94))));
    assertEquals(List.of("energy-factor WATCH"), rules(single(hour -> counted(hour, 1.06))));
    assertEquals(List.of("energy-factor WATCH"), rules(single(hour -> counted(hour, hour % 2 == 0 ? 0.48 : 0.53))));
    assertEquals(List.of(), rules(single(hour -> counted(hour, hour % 2 == 0 ? 0.4 : 0.6))), "they do not agree");
  }

  @ParameterizedTest
  @CsvSource({"100, 109, true", "100, 115, false", "21, 21, true", "18, 18, false"})
  void anHourIsSteadyWithinATenthAndFromTwentyWatts(double even, double odd, boolean steady) {
    HealthFacts facts = single(hour -> {
      double w = hour % 2 == 0 ? even : odd;
      return new Hour(w, w, w / 230, 230 + Math.sin(hour), w / 2_000);
    });
    assertEquals(steady, rules(facts).contains("energy-factor WATCH"), rules(facts).toString());
  }

  @Test
  void theBandIsTenPercentOfTheNominalVoltageInOneHourOfTwenty() {
    assertEquals(List.of(), rules(single(hour -> at(hour % 2 == 0 ? 207.1 : 252.9, hour))));
    assertEquals(List.of("voltage-out-of-band WATCH"), rules(single(hour -> at(hour % 19 == 0 ? 206.9 : 230, hour))));
    assertEquals(List.of("voltage-out-of-band WATCH"), rules(single(hour -> at(hour % 19 == 0 ? 253.1 : 230, hour))));
    assertEquals(List.of(), rules(single(hour -> at(hour % 20 == 0 ? 206.9 : 230 + hour % 3, hour))));
    HealthFacts american = nominal(120, hour -> at(120 + Math.sin(hour), hour));
    assertEquals(List.of(), rules(american));
    assertEquals(List.of("voltage-out-of-band WATCH"), rules(nominal(230, hour -> at(120 + Math.sin(hour), hour))));
  }

  private static HealthFacts nominal(double volts, IntFunction<Hour> all) {
    return new HealthFacts(new TreeMap<>(Map.of(1, hours(1, Duration.ZERO, all))), List.of(), OptionalInt.of(102), 240,
        Optional.of(END), false, List.of(), Optional.empty(), volts, END);
  }

  @Test
  void noVoltageIsBelowTwentyAndACurrentCountsFromHalfAnAmpereInMostHours() {
    assertEquals(List.of("voltage-absent FAULT"),
        rules(single(hour -> new Hour(0, 0, hour % 2 == 0 ? 0.6 : 0.4, 19.9, 0))));
    assertEquals(List.of("current-without-voltage FAULT"),
        rules(single(hour -> new Hour(0, 0, hour % 2 == 0 || hour == 1 ? 0.6 : 0.4, 19.9, 0))));
    assertEquals(List.of("voltage-out-of-band WATCH"), rules(single(hour -> new Hour(0, 0, hour % 2, 20.1, 0))));
  }

  @Test
  void sixEqualReadingsAreStuckWhateverTheirEnergy() {
    IntFunction<Hour> five = hour -> well(hour >= 100 && hour < 105 ? 100 : hour);
    assertEquals(List.of(), rules(single(five)));
    IntFunction<Hour> six = hour -> {
      Hour frozen = well(hour >= 100 && hour < 106 ? 100 : hour);
      return new Hour(frozen.w(), frozen.va(), frozen.a(), frozen.v(), frozen.kwh() * (1 + hour % 2 / 100.0));
    };
    assertEquals(List.of("stuck FAULT"), rules(single(six)));
    for (int moving = 0; moving < 3; moving++) {
      int which = moving;
      assertEquals(List.of(), rules(single(hour -> {
        Hour still = well(0);
        double more = hour / 1_000.0;
        return new Hour(still.w() + (which == 0 ? more : 0), still.va(), still.a() + (which == 1 ? more : 0),
            still.v() + (which == 2 ? more : 0), still.kwh());
      })), "value " + which + " lives");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.021, 0.2, true", "0.019, 0.2, false", "0.29, 0.2, true", "0.31, 0.2, false", "0.1, 0.31, false"})
  void noiseIsASmallCurrentOfHardlyAnyPower(double amperes, double powerFactor, boolean seen) {
    HealthFacts facts = single(hour -> {
      double v = 230 + Math.sin(hour);
      return new Hour(amperes * v * powerFactor, amperes * v, amperes, v, 0);
    });
    assertEquals(seen, rules(facts).contains("noise-floor NOTE"), rules(facts).toString());
  }

  @ParameterizedTest
  @CsvSource({"0.65, 0.81, true", "0.67, 0.81, false", "0.65, 0.79, false"})
  void aMixedUpPhaseIsLowWhileAllOthersAreWell(double low, double others, boolean seen) {
    IntFunction<Hour> good = hour -> loaded(hour, others);
    HealthFacts facts = facts(Map.of(1, hours(1, Duration.ZERO, good), 2, hours(2, Duration.ZERO, good), 3,
        hours(3, Duration.ZERO, hour -> loaded(hour, low))), List.of(), 102, 720);
    assertEquals(seen, rules(facts).contains("phase-mixed-up FAULT"), rules(facts).toString());
  }

  private static Hour loaded(int hour, double powerFactor) {
    double va = 1_000 + hour;
    return new Hour(va * powerFactor, va, va / 230, 230 + Math.sin(hour), va * powerFactor / 1_000);
  }

  @Test
  void startsWithinTwoSecondsOfTheMetersClockAreOneAfterTheOther() {
    long boot = START.toEpochMilli();
    assertEquals(List.of("loose-supply FAULT"), rules(facts(WELL, List.of(boot, boot + 2_000, boot + 4_000), 102, 1)));
    assertEquals(List.of(), rules(facts(WELL, List.of(boot, boot + 2_001, boot + 4_001), 102, 1)));
    var nine = new ArrayList<Long>();
    for (int i = 0; i < 9; i++)
      nine.add(boot + i * 80_000_000L);
    assertEquals(List.of(), rules(facts(WELL, nine, 102, 1)), "9 starts in 9.96 days");
    nine.add(boot + 800_000_000L);
    assertEquals(List.of("boots-a-day WATCH"), rules(facts(WELL, nine, 102, 1)), "10 starts");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {"600, none", "601, NOTE", "-600, none", "-601, NOTE", "86400, NOTE",
      "86401, WATCH", "-86401, WATCH"})
  void aClockIsOffFromTenMinutesEitherWay(long seconds, String severity) {
    HealthFacts facts = facts(Map.of(1, hours(1, Duration.ofSeconds(seconds), HealthTest::well)), List.of(), 102, 1);
    assertEquals(severity == null ? List.of() : List.of("clock-lag " + severity), rules(facts));
    if (severity != null) {
      assertTrue(sentences(facts).contains(seconds < 0 ? "min ahead" : "min behind"), sentences(facts));
      assertFalse(sentences(facts).contains("-"), sentences(facts));
    }
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {"1, 45505, none", "1, 45506, WATCH", "1, 57640, WATCH", "1, 57641, FAULT",
      "3, 23818, none", "3, 23819, WATCH", "3, 30171, FAULT"})
  void memoryIsToldFromThreeQuarters(int channels, int records, String severity) {
    var all = new TreeMap<Integer, List<StoredReading>>();
    for (int channel = 1; channel <= channels; channel++)
      all.put(channel, hours(channel, Duration.ZERO, HealthTest::well));
    assertEquals(severity == null ? List.of() : List.of("memory " + severity),
        rules(facts(all, List.of(), 102, records)));
  }

  /// It was read 100 days ago: 2,400 records have come since, and the day it is full has not moved.
  @Test
  void theForecastCountsFromWhenTheMeterWasRead() {
    HealthFacts read = facts(WELL, List.of(), 102, 44_000);
    MemoryForecast forecast = MemoryForecast.of(read);
    assertEquals(END.plus(Duration.ofHours(60_674 - 44_000)), forecast.full());
    assertEquals(44_000 / 60_674.0, MemoryForecast.usedNow(read), 1e-9);
    HealthFacts later = new HealthFacts(read.channels(), List.of(), OptionalInt.of(102), 44_000, Optional.of(END),
        false,
        List.of(), Optional.empty(), 230, END.plus(Duration.ofDays(100)));
    assertEquals(46_400 / 60_674.0, MemoryForecast.usedNow(later), 1e-9);
    assertEquals(forecast, MemoryForecast.of(later));
    assertEquals(List.of(), rules(read));
    assertEquals(List.of("memory WATCH"), rules(later));
    assertEquals(END.plus(Duration.ofMinutes(60_669)), MemoryForecast.of(facts(WELL, List.of(), 101, 5)).full());
    String words = new HealthSentences(Locale.UK, ZoneId.of("Europe/London")).memory(forecast);
    assertTrue(words.startsWith("44,000 of 60,674 records") && words.contains("Feb 2028"), words);
  }

  @Test
  void channelsAreCalledByTheirNames() {
    HealthVerdict verdict = Health.judge(single(hour -> new Hour(0, 0, 0.01, 0.3 + hour % 2, 0)));
    Finding absent = verdict.findings().getFirst();
    ZoneId zone = ZoneId.of("Europe/London");
    assertTrue(new HealthSentences(Locale.UK, zone, Map.of(1, "Oven")).sentence(absent)
        .startsWith("Oven (channel 1): no voltage"));
    assertTrue(new HealthSentences(Locale.UK, zone, Map.of(2, "Oven")).sentence(absent)
        .startsWith("Channel 1: no voltage"));
  }

  /// Whatever a meter's flash holds, there is a verdict, and all of it can be said.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyFactsGiveAVerdictThatCanBeSaid(long seed) {
    var random = new SplittableRandom(seed);
    var words = new HealthSentences(Locale.UK, ZoneId.of("Europe/London"));
    for (int i = 0; i < 60; i++) {
      HealthFacts facts = any(random);
      HealthVerdict verdict = Health.judge(facts);
      var said = new StringBuilder(words.summary(verdict));
      verdict.findings().forEach(finding -> said.append(words.sentence(finding)));
      said.append(words.memory(MemoryForecast.of(facts)));
      assertFalse(said.toString().matches("(?s).*(\\{|null|NaN|\uFFFD).*"), () -> "seed " + seed + ": " + said);
    }
  }

  private static HealthFacts any(SplittableRandom random) {
    var channels = new TreeMap<Integer, List<StoredReading>>();
    for (int channel = 1; channel <= random.nextInt(4); channel++)
      channels.put(channel, hours(channel, Duration.ofSeconds(random.nextLong(-200_000, 200_000)),
          _ -> new Hour(value(random), value(random), value(random), value(random), value(random)))
          .subList(0, random.nextInt(HOURS + 1)));
    var boots = random.longs(random.nextInt(40), START.toEpochMilli(), END.toEpochMilli()).sorted().boxed().toList();
    var gaps = new ArrayList<Gap>();
    for (Gap.Cause cause : Gap.Cause.values()) {
      if (random.nextBoolean())
        gaps.add(new Gap(SSID, START, START.plus(Duration.ofHours(random.nextInt(1, 90))), cause, 0,
            List.of(Gap.State.values()).get(random.nextInt(Gap.State.values().length))));
    }
    return new HealthFacts(channels, boots,
        random.nextBoolean() ? OptionalInt.of(random.nextInt(120)) : OptionalInt.empty(),
        random.nextInt(70_000), random.nextBoolean() ? Optional.of(END) : Optional.empty(), random.nextBoolean(), gaps,
        random.nextBoolean() ? Optional.of(new Ssid("SEM-24:6f:28:00:00:09")) : Optional.empty(), 230, END);
  }

  private static double value(SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.NEGATIVE_INFINITY;
      case 3 -> 0;
      case 4 -> -random.nextDouble(1e6);
      case 5 -> random.nextDouble() * 1e30;
      default -> random.nextDouble(500);
    };
  }
}
