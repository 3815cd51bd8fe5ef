package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

/// The meter's clock and nothing else: saves counted from boot, stored time, boots that put the clock back.
final class TestMeter {
  static final Instant START = Instant.parse("2024-03-01T12:00:00Z");
  private static final long LONGER_MILLIS = 1_200;
  private static final long STORED_BEFORE_STAMP_MILLIS = 700;

  final List<Reading> readings = new ArrayList<>();
  final List<Instant> truth = new ArrayList<>();
  /// When the power was really off, one for each entry of the log.
  final List<Evidence.Pin> outages = new ArrayList<>();
  private final List<Long> boots = new ArrayList<>();
  private final int phases;
  private final SavePeriod period;
  private Optional<Instant> clockSetAt = Optional.empty();
  private long trueMillis = START.toEpochMilli();
  private long deviceMillis;
  private long storedMillis;
  private long sinceSaveMillis;

  private TestMeter(int phases, SavePeriod period) {
    this.phases = phases;
    this.period = period;
  }

  static TestMeter neverSet() {
    return new TestMeter(1, SavePeriod.HOUR).outage(Duration.ZERO);
  }

  static TestMeter set() {
    return new TestMeter(1, SavePeriod.HOUR).setClock();
  }

  static TestMeter set(int phases, SavePeriod period) {
    return new TestMeter(phases, period).setClock();
  }

  /// A few days with outages of any length, some in bursts.
  static TestMeter lived(RandomGenerator random) {
    TestMeter meter = set(random.nextBoolean() ? 1 : 3, random.nextInt(4) == 0 ? SavePeriod.MINUTE : SavePeriod.HOUR);
    long period = meter.period.length().toMillis();
    for (int i = random.nextInt(12); i >= 0; i--) {
      meter.run(Duration.ofMillis(random.nextLong(20 * period)));
      if (random.nextInt(4) > 0)
        meter.outage(Duration.ofMillis(random.nextLong(20_000, 30 * period)));
    }
    return meter;
  }

  TestMeter setClock() {
    deviceMillis = trueMillis / 1_000 * 1_000;
    storedMillis = deviceMillis;
    clockSetAt = Optional.of(Instant.ofEpochMilli(trueMillis));
    return this;
  }

  TestMeter setClockWrongBy(Duration error) {
    setClock();
    deviceMillis += error.toMillis();
    storedMillis = deviceMillis;
    return this;
  }

  TestMeter runHours(int hours) {
    return run(Duration.ofMillis(hours * (Duration.ofHours(1).toMillis() + LONGER_MILLIS)));
  }

  TestMeter run(Duration duration) {
    long every = period.length().toMillis() + LONGER_MILLIS;
    for (long left = duration.toMillis(); left > 0;) {
      long step = Math.min(left, every - sinceSaveMillis);
      trueMillis += step;
      deviceMillis += step;
      sinceSaveMillis += step;
      left -= step;
      if (sinceSaveMillis == every)
        save(true);
    }
    return this;
  }

  /// Loses power and boots after a while.
  TestMeter outage(Duration duration) {
    Instant from = Instant.ofEpochMilli(trueMillis);
    trueMillis += duration.toMillis();
    outages.add(new Evidence.Pin(storedMillis + 5, from, Instant.ofEpochMilli(trueMillis)));
    deviceMillis = storedMillis + 5;
    sinceSaveMillis = 0;
    boots.add(deviceMillis);
    return this;
  }

  /// Everything it stored is erased; its clock and its save timer go on.
  TestMeter erased() {
    readings.clear();
    truth.clear();
    boots.clear();
    outages.clear();
    return this;
  }

  Instant now() {
    return Instant.ofEpochMilli(trueMillis);
  }

  /// How long it has been running.
  Duration uptime() {
    return Duration.between(outages.getLast().to(), now());
  }

  /// Loses power and is still without it at the visit: no boot is logged.
  TestMeter dark(Duration duration) {
    trueMillis += duration.toMillis();
    return this;
  }

  /// Saves readings but dies before it stores the time.
  TestMeter saveWithoutStoringTime() {
    run(Duration.ofMillis(period.length().toMillis() + LONGER_MILLIS - 1 - sinceSaveMillis));
    save(false);
    return this;
  }

  ClockProblem visit() {
    return new ClockProblem(readings, Collections.nCopies(readings.size(), period), new PowerLossLog(boots), clockSetAt,
        Instant.ofEpochMilli(trueMillis));
  }

  private void save(boolean storeTime) {
    for (int phase = 1; phase <= phases; phase++) {
      long before = (phases - phase) * 1_000L;
      readings.add(TestReadings.at(phase, deviceMillis - before));
      truth.add(Instant.ofEpochMilli(trueMillis - before));
    }
    if (storeTime)
      storedMillis = deviceMillis - STORED_BEFORE_STAMP_MILLIS;
    sinceSaveMillis = 0;
  }
}
