package org.semcollector.protocol.clock.bench.simulated;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.clock.bench.ClockCase;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// One stretch of a meter's life: its clock is set, it saves, loses power, boots with its clock put back, and is read.
public final class SimulatedVisit {
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
  private static final Instant FIRST = Instant.parse("2024-01-08T06:00:00Z");
  private static final int HISTORY_DAYS = 56;
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final LoadKind load;
  private final SavePeriod period;
  private final Noise noise;
  private final SplittableRandom random;
  private final long start;
  private final List<Reading> readings = new ArrayList<>();
  private final List<Instant> truth = new ArrayList<>();
  private final List<Long> boots = new ArrayList<>();
  private long now;
  private long lag;
  private long stored;
  private long bootedAt;

  private SimulatedVisit(LoadKind load, SavePeriod period, long seed) {
    this.load = load;
    this.period = period;
    noise = new Noise(seed);
    random = new SplittableRandom(seed);
    start = FIRST.toEpochMilli() + (long) (random.nextDouble(364 * 1_440) * MILLIS_PER_MINUTE);
    now = start;
    stored = start;
    bootedAt = start;
  }

  /// @param withHistory whether eight weeks before are known exactly
  /// @param seed of everything that is left to chance
  // in another order the constants would only give other visits
  @SuppressWarnings("EnumOrdinal")
  public static ClockCase of(LoadKind load, Regime regime, boolean withHistory, long seed) {
    var visit = new SimulatedVisit(load, regime.period(), seed * 31 + load.ordinal() * 1_009L + regime.ordinal());
    return visit.lived(regime, withHistory, seed + "-" + load + " " + regime);
  }

  /// Loads with every regime, with and without history.
  ///
  /// @param seeds how many of each
  /// @param firstSeed the first seed; the others follow it
  public static Stream<ClockCase> all(List<LoadKind> loads, int seeds, long firstSeed) {
    return loads.stream()
        .flatMap(load -> Arrays.stream(Regime.values())
            .flatMap(regime -> LongStream.range(firstSeed, firstSeed + seeds)
                .boxed()
                .flatMap(seed -> Stream.of(of(load, regime, true, seed), of(load, regime, false, seed)))))
        .filter(each -> !each.truth().isEmpty());
  }

  private ClockCase lived(Regime regime, boolean withHistory, String name) {
    for (Regime.Cut cut : regime.cuts(random)) {
      runUntil(start + (long) (cut.fromMinute() * MILLIS_PER_MINUTE));
      now += (long) (cut.minutes() * MILLIS_PER_MINUTE);
      lag = now - stored;
      bootedAt = now;
      boots.add(stored + 3);
    }
    runUntil(start + (long) ((regime.days() * 24 + random.nextDouble()) * 60 * MILLIS_PER_MINUTE));
    var problem = new ClockProblem(readings, Collections.nCopies(readings.size(), period), new PowerLossLog(boots),
        Optional.of(Instant.ofEpochMilli(start)), Instant.ofEpochMilli(now))
        .with(withHistory ? history() : List.of(), ZONE);
    return new ClockCase(name, problem, truth);
  }

  /// Saves one period after boot, and so on.
  private void runUntil(long until) {
    while (true) {
      long next = bootedAt + period.length().toMillis() + random.nextInt(500, 2_200);
      if (next > until)
        break;
      now = next;
      bootedAt = next;
      for (int phase = 1; phase <= load.phases(); phase++) {
        readings.add(reading(phase, now - lag + phase * 900L, now));
        truth.add(Instant.ofEpochMilli(now + phase * 900L));
      }
      stored = now - lag - random.nextInt(900);
    }
    now = until;
  }

  private List<TimedReading> history() {
    var history = new ArrayList<TimedReading>();
    long hour = SavePeriod.HOUR.length().toMillis() + 1_300;
    for (long at = start - HISTORY_DAYS * 24 * hour; at < start - hour; at += hour) {
      for (int phase = 1; phase <= load.phases(); phase++) {
        history.add(new TimedReading(hourly(phase, at), SavePeriod.HOUR, Instant.ofEpochMilli(at + phase * 900L)));
      }
    }
    return history;
  }

  private Reading hourly(int phase, long at) {
    return new Reading(phase, Float.NaN, Float.NaN, Float.NaN, (float) voltage(at), (float) energy(at,
        SavePeriod.HOUR), at);
  }

  private Reading reading(int phase, long stamp, long at) {
    double kw = load.kw(Instant.ofEpochMilli(at).atZone(ZONE), noise) / load.phases();
    double scale = period == SavePeriod.MINUTE ? 60 : 1;
    return new Reading(phase, (float) (kw * 1_000), (float) (kw * 1_030), (float) (kw * 1_000 / 230),
        (float) voltage(at), (float) (energy(at, period) * scale), stamp);
  }

  /// Of the period that ends at a time, on one phase, kWh.
  private double energy(long end, SavePeriod of) {
    int parts = of == SavePeriod.MINUTE ? 1 : 6;
    double sum = 0;
    for (int part = 0; part < parts; part++) {
      ZonedDateTime at = Instant.ofEpochMilli(end - (long) (of.length().toMillis() * (part + 0.5) / parts))
          .atZone(ZONE);
      sum += load.kw(at, noise) / parts;
    }
    return sum * of.length().toMillis() / 3_600_000 / load.phases();
  }

  /// A grid that sags in the evening, more or less by the house; some have none to speak of.
  private double voltage(long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(ZONE);
    double daily = 3 * noise.even(30) * Math.cos(2 * Math.PI * (LoadKind.hour(local) - 3) / 24);
    double slow = noise.other(31).smooth(LoadKind.hours(local) / 5.0);
    double quick = 0.7 * noise.other(32).normal(at / 60_000);
    return 231 + daily + slow + quick - 0.4 * load.kw(local, noise) * 4.3 / load.phases();
  }
}
