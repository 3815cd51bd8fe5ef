package org.semcollector.protocol.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// How often power fails at a place.
enum OutageRegime {
  NONE, FEW, WEEKLY, MANY;

  /// A power cut and how often power comes back for a moment before it stays.
  record PowerCut(Instant from, Instant to, int flickers) {}

  /// The cuts between two instants, in order, none touching another.
  List<PowerCut> between(Instant from, Instant to, ZoneOffset zone, SplittableRandom random) {
    List<PowerCut> wanted = switch (this) {
      case NONE -> List.of();
      case FEW -> scattered(from, to, 1 + random.nextInt(3), random);
      case WEEKLY -> everySunday(from, to, zone, random);
      case MANY -> scattered(from, to, (int) Math.max(6, Duration.between(from, to).toDays() / 3), random);
    };
    var cuts = new ArrayList<PowerCut>();
    Instant free = from;
    for (PowerCut cut : wanted.stream().sorted(Comparator.comparing(PowerCut::from)).toList()) {
      if (cut.from().isAfter(free) && cut.to().isBefore(to)) {
        cuts.add(cut);
        free = cut.to().plusSeconds(180);
      }
    }
    return cuts;
  }

  private static List<PowerCut> scattered(Instant from, Instant to, int count, SplittableRandom random) {
    var cuts = new ArrayList<PowerCut>();
    for (int i = 0; i < count; i++) {
      Instant start = from.plusMillis(random.nextLong(Duration.between(from, to).toMillis()));
      long minutes = Math.round(StrictMath.exp(random.nextDouble(1.5, 7)));
      int flickers = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
      cuts.add(new PowerCut(start, start.plusSeconds(minutes * 60 + random.nextInt(60)), flickers));
      if (random.nextInt(4) == 0) {
        // back for less than an hour: nothing is saved, the same time is logged again
        Instant again = start.plusSeconds(minutes * 60 + 900 + random.nextInt(1800));
        cuts.add(new PowerCut(again, again.plusSeconds(600 + random.nextInt(7200)), 0));
      }
    }
    return cuts;
  }

  private static List<PowerCut> everySunday(Instant from, Instant to, ZoneOffset zone, SplittableRandom random) {
    var cuts = new ArrayList<PowerCut>();
    LocalDate day = LocalDate.ofInstant(from, zone).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    for (; day.atStartOfDay(zone).toInstant().isBefore(to); day = day.plusWeeks(1)) {
      Instant start = day.atTime(5 + random.nextInt(3), random.nextInt(60)).toInstant(zone);
      cuts.add(new PowerCut(start, start.plusSeconds(1800 + random.nextInt(7200)), 0));
    }
    return cuts;
  }
}
