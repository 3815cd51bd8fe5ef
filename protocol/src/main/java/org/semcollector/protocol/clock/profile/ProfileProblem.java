package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One clock run to be placed.
///
/// @param origin minute 0
/// @param zone where the meter's people live: their week follows its calendar
/// @param known hours whose true time is known, in any order
/// @param segments in stored order, each in order; one without samples can lie anywhere its neighbours let it
/// @param bounds what each segment can lag, never decreasing
/// @param outagesBefore how many outages of the run came before each segment, never less than before the one before
/// @param outages of the whole run
/// @param startKnown whether the clock was right before the first outage
/// @param sum what the clock lags at the end, all outages together; its bounds are far apart, the upper one positive
public record ProfileProblem(
    Instant origin,
    ZoneId zone,
    List<Sample> known,
    List<List<Sample>> segments,
    List<Bounds> bounds,
    List<Integer> outagesBefore,
    int outages,
    boolean startKnown,
    Offset sum) {
  public ProfileProblem {
    known = List.copyOf(known);
    segments = segments.stream().map(List::copyOf).toList();
    bounds = List.copyOf(bounds);
    outagesBefore = List.copyOf(outagesBefore);
    if (segments.isEmpty() || segments.size() != outagesBefore.size() || segments.size() != bounds.size())
      throw new IllegalArgumentException("one count of outages and one pair of bounds per segment");
    if (!(sum.mostMinutes() > sum.leastMinutes()) || !(sum.mostMinutes() > 0))
      throw new IllegalArgumentException("no room for the sum");
  }

  /// What an offset can be, minutes.
  public record Bounds(double leastMinutes, double mostMinutes) {
    public Bounds {
      if (leastMinutes > mostMinutes)
        throw new IllegalArgumentException("no room between bounds");
    }

    double width() {
      return mostMinutes - leastMinutes;
    }

    double middle() {
      return (leastMinutes + mostMinutes) / 2;
    }

    double clamp(double minutes) {
      return Math.clamp(minutes, leastMinutes, mostMinutes);
    }
  }

  /// The same with other samples.
  ProfileProblem withSegments(List<List<Sample>> others) {
    return new ProfileProblem(origin, zone, known, others, bounds, outagesBefore, outages, startKnown, sum);
  }

  /// Outages after the last segment.
  int outagesAfter() {
    return outages - outagesBefore.getLast();
  }

  /// Whether nothing can have put the clock back before the first segment.
  boolean firstIsExact() {
    return startKnown && outagesBefore.getFirst() == 0;
  }

  double leastSum() {
    return sum.leastMinutes();
  }

  double mostSum() {
    return sum.mostMinutes();
  }
}
