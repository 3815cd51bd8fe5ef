package org.semcollector.protocol.clock.bench.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.semcollector.protocol.reading.SavePeriod;

/// How the power fails at a simulated meter between two visits.
public enum Regime {
  /// One outage, from minutes to days.
  SINGLE(30, 1, 1),
  /// A few in a month.
  FEW(30, 2, 5),
  /// A dozen in a month.
  DOZEN(30, 8, 16),
  /// Several, some of them days long.
  LONG(30, 3, 9),
  /// Up to thirty in two months.
  TWO_MONTHS(60, 12, 30),
  /// Every day.
  DAILY(30, 22, 40),
  /// Absences of weeks, the meter switched off.
  WEEKS_AWAY(75, 1, 4),
  /// The power comes with the sun and goes with it.
  NIGHTS(21, 21, 21),
  /// By plan: four hours at the same times every other day.
  SHEDDING(40, 20, 20),
  /// A bad contact: hundreds of seconds-long cuts.
  FLICKER(20, 150, 300),
  /// A generator that stops for minutes, hundreds of times.
  HUNDREDS(30, 300, 420);

  private static final double DAY = 1_440;
  private final int days;
  private final int least;
  private final int most;

  Regime(int days, int least, int most) {
    this.days = days;
    this.least = least;
    this.most = most;
  }

  /// When the power is off.
  ///
  /// @param fromMinute since the clock set
  /// @param minutes how long
  record Cut(double fromMinute, double minutes) {}

  /// What meters save that see it: old ones every minute.
  public SavePeriod period() {
    return this == FLICKER || this == HUNDREDS ? SavePeriod.MINUTE : SavePeriod.HOUR;
  }

  int days() {
    return days;
  }

  /// In order, apart from each other.
  List<Cut> cuts(RandomGenerator random) {
    int count = random.nextInt(least, most + 1);
    var cuts = new ArrayList<Cut>();
    for (int i = 0; i < count; i++) {
      cuts.add(new Cut(start(i, random), length(random)));
    }
    cuts.sort((a, b) -> Double.compare(a.fromMinute(), b.fromMinute()));
    var apart = new ArrayList<Cut>();
    double free = 30;
    for (Cut cut : cuts) {
      if (cut.fromMinute() < free || cut.fromMinute() + cut.minutes() > days * DAY - 60)
        continue;
      apart.add(cut);
      free = cut.fromMinute() + cut.minutes() + 10;
    }
    return apart;
  }

  private double start(int number, RandomGenerator random) {
    return switch (this) {
      case NIGHTS -> DAY * number + 60 * 18 + random.nextInt(40);
      case SHEDDING -> 2 * DAY * number + 60 * 8 + random.nextInt(10);
      default -> random.nextDouble(days * DAY);
    };
  }

  private double length(RandomGenerator random) {
    return switch (this) {
      case NIGHTS -> 60 * 12 + random.nextInt(-20, 40);
      case SHEDDING -> 240 + random.nextInt(10);
      case FLICKER -> 0.1 + 2 * random.nextDouble();
      case HUNDREDS -> logNormal(random, 12, 1);
      case WEEKS_AWAY -> random.nextInt(3) == 0 ? logNormal(random, 90, 0.8) : DAY * random.nextDouble(5, 30);
      case LONG -> logNormal(random, 300, 1.1);
      case SINGLE -> logNormal(random, 200, 1.4);
      default -> random.nextInt(10) == 0 ? logNormal(random, 1_200, 0.8) : logNormal(random, 70, 1.1);
    };
  }

  private static double logNormal(RandomGenerator random, double median, double spread) {
    return median * Math.exp(spread * random.nextGaussian());
  }
}
