package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// People who keep hours, with moods: what a meter would have measured at any true time.
final class Household {
  static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
  private static final Duration HISTORY = Duration.ofDays(42);

  private Household() {}

  /// The meter's visit with the household's values instead of constant ones.
  static ClockProblem measuredBy(TestMeter meter) {
    ClockProblem visit = meter.visit();
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < visit.readings().size(); i++) {
      Reading stamp = visit.readings().get(i);
      readings.add(reading(stamp.channel(), meter.truth.get(i), visit.periods().get(i), stamp.deviceMillis()));
    }
    return new ClockProblem(readings, visit.periods(), visit.powerLosses(), visit.clockSetAt(), visit.collectedAt());
  }

  /// Six weeks up to the clock set, timed exactly.
  static List<TimedReading> history() {
    var history = new ArrayList<TimedReading>();
    for (Instant at = TestMeter.START.minus(HISTORY); at.isBefore(TestMeter.START); at = at.plusSeconds(3_601)) {
      history.add(new TimedReading(reading(1, at, SavePeriod.HOUR, at.toEpochMilli()), SavePeriod.HOUR, at));
    }
    return history;
  }

  private static Reading reading(int channel, Instant at, SavePeriod period, long deviceMillis) {
    double hours = period.length().toMillis() / 3_600_000.0;
    double sum = 0;
    for (int part = 0; part < 6; part++) {
      sum += loadKw(at.minusMillis((long) (period.length().toMillis() * (part + 0.5) / 6))) / 6;
    }
    double scale = period == SavePeriod.MINUTE ? 60 : 1;
    double loadKw = loadKw(at);
    double current = loadKw * 1000 / 230;
    double voltage = 231 + 2.5 * Math.cos(2 * Math.PI * (hourOfDay(at) - 3) / 24) - 0.4 * current + gaussian(at, 5);
    return new Reading(channel, (float) (loadKw * 1000), (float) (loadKw * 1010), (float) current, (float) voltage,
        (float) (sum * hours * scale), deviceMillis);
  }

  private static double loadKw(Instant at) {
    ZonedDateTime local = at.atZone(ZONE);
    double late = local.getDayOfWeek().getValue() > 5 ? 2 : 0;
    double hour = hourOfDay(at);
    double usual = 0.2 + bump(hour, 7 + late, 1.2) + 0.5 * bump(hour, 12.5, 1.5) + 1.8 * bump(hour, 19.5, 2);
    return usual * Math.exp(0.35 * gaussian(at, 1));
  }

  private static double hourOfDay(Instant at) {
    return at.atZone(ZONE).toLocalTime().toSecondOfDay() / 3600.0;
  }

  private static double bump(double hour, double middle, double width) {
    return Math.exp(-(hour - middle) * (hour - middle) / (2 * width * width));
  }

  /// The same for all readings of one clock hour.
  private static double gaussian(Instant at, long seed) {
    return new SplittableRandom(at.getEpochSecond() / 3_600 * 31 + seed).nextGaussian();
  }
}
