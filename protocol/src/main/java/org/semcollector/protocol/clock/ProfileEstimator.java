package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.profile.Offset;
import org.semcollector.protocol.clock.profile.ProfileProblem;
import org.semcollector.protocol.clock.profile.ProfileSolver;
import org.semcollector.protocol.clock.profile.Sample;

/// The sum of all lags, known at the visit, is split so that the meter's load and voltage fit its own usual week.
///
/// Where there is nothing to split, too much of it, or the clock was never set or ran fast, it is what [EvenEstimator]
/// says.
final class ProfileEstimator implements ClockEstimator {
  /// Older and later history says little of these weeks.
  private static final Duration HISTORY = Duration.ofDays(70);
  /// Another run's reading tells of the meter's week when its own place is known as well as this.
  private static final long WELL_PLACED_MILLIS = Duration.ofHours(2).toMillis();
  private static final double MILLIS_PER_MINUTE = 60_000;
  /// Absences of weeks are beyond what is expected of outages: a few days of load cannot make up for that, and a wrong
  /// week would look certain.
  static final Duration MOST_PER_OUTAGE = Duration.ofDays(3);
  static final Duration MOST_IN_ALL = Duration.ofDays(16);

  @Override
  public String name() {
    return "profile";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    return EvenEstimator.estimate(problem, (runs, index, sum, placement) -> {
      if (isToSplit(runs.get(index), sum))
        split(problem, runs, index, sum, placement);
    });
  }

  /// Everything but a lag of more than a period, and no more than the load can tell, that outages have to share.
  private static boolean isToSplit(ClockRun run, Lag sum) {
    return run.clockSet() && !run.segments().isEmpty() && !run.outages().isEmpty() && sum.leastMillis() > 0
        && sum.leastMillis() <= MOST_PER_OUTAGE.multipliedBy(run.outages().size()).toMillis()
        && sum.leastMillis() <= MOST_IN_ALL.toMillis();
  }

  private static void split(ClockProblem problem, List<ClockRun> runs, int index, Lag sum,
      Placement placement) {
    ClockRun run = runs.get(index);
    long origin = run.firstSeenMillis();
    var hours = new HourSamples(problem, origin);
    List<Segment> segments = run.segments();
    List<List<Sample>> samples = segments.stream().map(segment -> hours.of(segment.from(), segment.to())).toList();
    List<TimedReading> known = new ArrayList<>(near(problem.history(), problem, origin));
    for (ClockRun later : runs.subList(index + 1, runs.size())) {
      known.addAll(wellPlaced(problem, later, placement));
    }
    Optional<List<Offset>> offsets = ProfileSolver
        .solve(new ProfileProblem(Instant.ofEpochMilli(origin), problem.zone(),
            HourSamples.known(known, origin), samples, segments.stream().map(Segment::outagesBefore).toList(),
            run.outages().size(), run.startKnown(), minutes(sum)));
    for (int i = 0; offsets.isPresent() && i < segments.size(); i++) {
      place(segments.get(i), offsets.get().get(i), run, placement);
    }
  }

  private static void place(Segment segment, Offset offset, ClockRun run, Placement placement) {
    boolean exact = run.startKnown() && segment.outagesBefore() == 0;
    boolean byVisit = segment.outagesBefore() == run.outages().size();
    placement.place(segment, millis(offset), exact
        ? Why.BEFORE_FIRST_OUTAGE
        : byVisit ? Why.VISIT : Why.LOAD_PROFILE);
  }

  private static List<TimedReading> near(List<TimedReading> history, ClockProblem problem, long originMillis) {
    Instant from = Instant.ofEpochMilli(originMillis).minus(HISTORY);
    Instant to = problem.collectedAt().plus(HISTORY);
    return history.stream()
        .filter(timed -> timed.measuredAt().isAfter(from) && timed.measuredAt().isBefore(to)).toList();
  }

  private static List<TimedReading> wellPlaced(ClockProblem problem, ClockRun run, Placement placement) {
    var known = new ArrayList<TimedReading>();
    for (Segment segment : run.segments()) {
      Lag lag = placement.lagOf(segment);
      if (!run.clockSet() || lag.mostMillis() - lag.leastMillis() > WELL_PLACED_MILLIS)
        continue;
      for (int i = segment.from(); i < segment.to(); i++) {
        long trueMillis = problem.readings().get(i).deviceMillis() + lag.likelyMillis();
        known.add(new TimedReading(problem.readings().get(i), problem.periods().get(i),
            Instant.ofEpochMilli(trueMillis)));
      }
    }
    return known;
  }

  private static Offset minutes(Lag lag) {
    return new Offset(lag.likelyMillis() / MILLIS_PER_MINUTE, lag.leastMillis() / MILLIS_PER_MINUTE,
        lag.mostMillis() / MILLIS_PER_MINUTE);
  }

  private static Lag millis(Offset offset) {
    return new Lag(Math.round(offset.likelyMinutes() * MILLIS_PER_MINUTE),
        Math.round(offset.leastMinutes() * MILLIS_PER_MINUTE), Math.round(offset.mostMinutes() * MILLIS_PER_MINUTE));
  }
}
