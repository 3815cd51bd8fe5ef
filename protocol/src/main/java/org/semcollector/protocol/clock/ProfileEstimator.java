package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.profile.Offset;
import org.semcollector.protocol.clock.profile.ProfileSolver;

/// The sum of all lags, known at the visit, is split so that the meter's load and voltage fit its own usual week.
///
/// Where there is nothing to split, too much of it, or the clock was never set or ran fast, it is what [EvenEstimator]
/// says.
final class ProfileEstimator implements ClockEstimator {
  /// Older and later history says little of these weeks.
  private static final Duration HISTORY = Duration.ofDays(70);
  /// Another run's reading tells of the meter's week when its own place is known as well as this.
  private static final long WELL_PLACED_MILLIS = Duration.ofHours(2).toMillis();
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
    return 2;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    var evidence = new EvidenceFit(problem);
    var placement = new Placement(problem);
    EvenEstimator.place(evidence, placement, (index, known, _) -> {
      if (isToSplit(known))
        split(evidence, index, known, placement);
    });
    return placement.times();
  }

  /// Everything but a lag of more than a period, and no more than the load can tell, that outages have to share.
  private static boolean isToSplit(KnownLags known) {
    ClockRun run = known.run();
    long least = known.sum().leastMillis();
    return run.clockSet() && !run.segments().isEmpty() && !run.outages().isEmpty() && least > 0
        && least <= MOST_PER_OUTAGE.multipliedBy(run.outages().size()).toMillis() && least <= MOST_IN_ALL.toMillis();
  }

  private static void split(EvidenceFit evidence, int index, KnownLags known, Placement placement) {
    ClockProblem problem = evidence.problem();
    long origin = known.run().firstSeenMillis();
    List<TimedReading> timed = new ArrayList<>(near(problem.history(), problem, origin));
    for (ClockRun later : evidence.runs().subList(index + 1, evidence.runs().size())) {
      timed.addAll(wellPlaced(problem, later, placement));
    }
    RunProfile profile = RunProfile.of(problem, known, timed);
    Optional<List<Offset>> offsets = ProfileSolver.solve(profile.problem());
    offsets.ifPresent(found -> profile.place(found, placement));
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
}
