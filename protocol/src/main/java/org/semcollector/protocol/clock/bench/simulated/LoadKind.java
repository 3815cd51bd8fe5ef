package org.semcollector.protocol.clock.bench.simulated;

import java.time.ZonedDateTime;

/// Who or what uses the energy a simulated meter measures.
public enum LoadKind {
  /// People who keep hours, each house its own, with moods.
  HOUSEHOLD {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double late = weekend(at) ? 1 + 2 * noise.even(1) : 0;
      double usual = 0.15 + (0.5 + noise.even(2)) * bump(hour(at), 6 + 2 * noise.even(3) + late, 1.3)
          + noise.even(4) * bump(hour(at), 12.5, 1.5)
          + (1 + noise.even(5)) * bump(hour(at), 18 + 3 * noise.even(6), 2);
      return usual * mood(at, noise, 0.6);
    }
  },
  /// Nearly nothing, and no hours: a router and standby lamps.
  EMPTY_HOUSE {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      return 0.03 + 0.002 * noise.other(7).normal(hours(at));
    }
  },
  /// A household that is away for two weeks in the middle.
  AWAY {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      long day = Math.floorMod(hours(at) / 24 + (long) (45 * noise.even(8)), 45);
      return day < 14 ? EMPTY_HOUSE.kw(at, noise) : HOUSEHOLD.kw(at, noise);
    }
  },
  /// A compressor that runs as it likes, a little longer on warm afternoons.
  FREEZER {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double cycle = 41 + 20 * noise.even(9);
      double drift = 2 * noise.other(17).smooth(hours(at) / 24.0) + 0.5 * noise.other(18).smooth(hours(at) / 4.0);
      double cycles = at.toEpochSecond() / 60.0 / cycle + drift;
      double phase = cycles - Math.floor(cycles);
      return 0.005 + (phase < 0.35 + 0.03 * bump(hour(at), 15, 4) ? 0.09 : 0);
    }
  },
  /// Sun on a roof: nothing at night, clouds by the day.
  SOLAR {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double sun = Math.max(0, Math.sin(Math.PI * (hour(at) - 6) / 12));
      double clouds = 0.35 + 0.65 * noise.other(10).even(hours(at) / 24);
      return 0.004 + 3 * sun * clouds * (0.8 + 0.2 * noise.other(11).even(hours(at)));
    }
  },
  /// Machines from Monday to Friday, on three phases.
  WORKSHOP {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double open = weekend(at) ? 0 : edge(hour(at), 7 + noise.even(12)) - edge(hour(at), 16 + noise.even(13));
      return 0.2 + 8 * open * mood(at, noise, 0.4);
    }

    @Override
    int phases() {
      return 3;
    }
  },
  /// A hall that is used on two evenings a week.
  WEEKLY {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      int day = at.getDayOfWeek().getValue();
      int first = 1 + (int) (6 * noise.even(14));
      double used = day == first || day == first % 7 + 1 ? bump(hour(at), 19, 1.5) : 0;
      return 0.05 + 3 * used * mood(at, noise, 0.3);
    }
  },
  /// Always the same: nothing to be learnt.
  CONSTANT {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      return 0.5;
    }
  },
  /// Radio equipment with cooling that follows the warmth of the day.
  TELECOM {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double warmth = bump(hour(at), 15, 5) * Math.exp(0.3 * noise.other(15).smooth(hours(at) / 24.0));
      return 1.5 + 0.6 * warmth + 0.05 * noise.other(16).normal(hours(at));
    }
  },
  /// People who work early one week, late the next.
  SHIFTS {
    @Override
    double kw(ZonedDateTime at, Noise noise) {
      double hour = hour(at) + (hours(at) / 168 % 2 == 0 ? 0 : 8);
      double usual = 0.2 + bump(hour % 24, 6, 1.3) + 1.5 * bump(hour % 24, 18, 2);
      return usual * mood(at, noise, 0.5);
    }
  };

  /// Mean power around a time, kW.
  abstract double kw(ZonedDateTime at, Noise noise);

  int phases() {
    return 1;
  }

  static long hours(ZonedDateTime at) {
    return Math.floorDiv(at.toEpochSecond() + at.getOffset().getTotalSeconds(), 3_600L);
  }

  static double hour(ZonedDateTime at) {
    return at.toLocalTime().toSecondOfDay() / 3_600.0;
  }

  private static boolean weekend(ZonedDateTime at) {
    return at.getDayOfWeek().getValue() > 5;
  }

  /// What people do today and this hour, more or less than usual.
  private static double mood(ZonedDateTime at, Noise noise, double size) {
    double day = noise.other(20).normal(hours(at) / 24);
    double hours = noise.other(21).smooth(hours(at) / 3.0);
    double hour = noise.other(22).normal(hours(at));
    return Math.exp(size * (0.4 * day + 0.6 * hours + 0.7 * hour));
  }

  /// Around the clock.
  private static double bump(double hour, double middle, double width) {
    double distance = Math.abs(hour - middle) % 24;
    double away = Math.min(distance, 24 - distance) / width;
    return Math.exp(-away * away / 2);
  }

  private static double edge(double hour, double at) {
    return Math.clamp((hour - at) * 2 + 0.5, 0, 1);
  }
}
