package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// Builds the problem of a stretch again, as it is after so many stretches, and puts it to an estimator.
///
/// History is what outages and visits alone place well, by [#EXACT], never what a profile found: so what one stretch is
/// given does not depend on how another one was placed, and not on the order in which they were.
final class Placing {
  /// Readings whose time is known worse teach the hours of the day wrongly.
  private static final Duration WELL_TIMED = Duration.ofHours(2);
  /// Further away a household lives another season.
  private static final Duration NEAR = Duration.ofDays(70);
  private static final Duration WEEK = Duration.ofDays(7);
  /// More weeks of history change little.
  private static final int MOST_WEEKS = 8;
  /// Name under which a second readout of a visit is stored: its readings lie between two requests, nothing is to be
  /// estimated.
  private static final String BETWEEN_READS = "visit";
  static final ClockEstimator EXACT = ClockEstimators.byName("even").orElseThrow();

  private final MeterTimes meter;
  private final Way way;
  private final NextSaves nextSaves;
  private final Map<Place, List<TimedReading>> wellTimed = new HashMap<>();

  /// A stretch and what is known of it besides its own visit.
  private record Place(int index, Optional<Instant> nextSave) {}

  /// What can change about a stretch when more stretches arrive.
  ///
  /// @param nextSave first save after its visit
  /// @param weeks weeks of well timed readings around it, in powers of two: 0, 1, 2, 4, 8
  record Known(Optional<Instant> nextSave, int weeks) {}

  Placing(MeterTimes meter, Way way) {
    this.meter = meter;
    this.way = way;
    this.nextSaves = new NextSaves(meter);
  }

  /// What is known of a stretch when there are no others after `last`.
  Known known(int index, int last) throws StoreException {
    return new Known(nextSaves.after(index, last), hasOutages(index) ? weeks(index, last) : 0);
  }

  /// Whether the estimator was already asked when the stretch was stored, and knew as much as now.
  boolean isAsStored(int index, int last) throws StoreException {
    Corrections.Run stored = meter.stretch(index).runs().getFirst();
    return stored.estimator().equals(way.estimator().name()) && stored.estimatorVersion() == way.estimator().version()
        && way.pinsOf(meter.stretch(index).evidence()).isEmpty() && meter.restarts(index).isEmpty()
        && known(index, last).equals(new Known(Optional.empty(), 0));
  }

  /// The times of a stretch when there are no others after `last`; empty when they are not to be estimated.
  Optional<List<CorrectedTime>> times(int index, int last) throws StoreException {
    if (isBetweenReads(index))
      return Optional.empty();
    return Optional.of(way.estimator().estimate(problem(index, last)));
  }

  /// The problem of a stretch when there are no others after `last`.
  ClockProblem problem(int index, int last) throws StoreException {
    List<TimedReading> history = hasOutages(index) ? history(index, last) : List.of();
    return bare(index, nextSaves.after(index, last)).with(history, way.zone());
  }

  /// Without history and without what later stretches tell: enough to see where its outages are.
  ClockProblem bare(int index) throws StoreException {
    return bare(index, Optional.empty());
  }

  boolean isBetweenReads(int index) {
    return meter.stretch(index).runs().getFirst().estimator().equals(BETWEEN_READS);
  }

  private boolean hasOutages(int index) {
    return !meter.stretch(index).evidence().boots().isEmpty();
  }

  private ClockProblem bare(int index, Optional<Instant> nextSave) throws StoreException {
    List<StoredReading> readings = meter.readings(index);
    Stretch evidence = meter.stretch(index).evidence();
    var problem = new ClockProblem(readings.stream().map(StoredReading::raw).toList(),
        readings.stream().map(StoredReading::period).toList(), new PowerLossLog(evidence.boots()),
        evidence.clockSetAt(), evidence.collectedAt()).with(way.pinsOf(evidence)).with(meter.restarts(index).stream()
            .map(restart -> new Evidence.Restart(restart.from(), restart.to())).toList());
    return nextSave.isPresent() ? problem.with(new Evidence.NextSave(nextSave.get())) : problem;
  }

  private int weeks(int index, int last) throws StoreException {
    Duration known = Duration.ZERO;
    for (int i = 0; i <= last; i++) {
      for (TimedReading timed : isNear(i, index) ? wellTimed(i, last) : List.<TimedReading>of())
        known = known.plus(timed.period().length());
    }
    int weeks = (int) Math.min(MOST_WEEKS, known.dividedBy(WEEK));
    return Integer.highestOneBit(weeks);
  }

  private List<TimedReading> history(int index, int last) throws StoreException {
    var history = new ArrayList<TimedReading>();
    for (int i = 0; i <= last; i++) {
      if (isNear(i, index))
        history.addAll(wellTimed(i, last));
    }
    history.sort(Comparator.comparing(TimedReading::measuredAt));
    return history;
  }

  /// Whether a stretch can be history of another one.
  boolean isNear(int other, int index) throws StoreException {
    return other != index && !end(other).isBefore(start(index).minus(NEAR))
        && !start(other).isAfter(end(index).plus(NEAR));
  }

  private Instant end(int index) {
    return meter.stretch(index).evidence().collectedAt();
  }

  /// The first stamp; a clock that was never set counts from 1970 and tells nothing.
  private Instant start(int index) throws StoreException {
    List<StoredReading> readings = meter.readings(index);
    return readings.isEmpty() || !PowerLossLog.isClockSet(readings.getFirst().raw().deviceMillis())
        ? end(index)
        : Instant.ofEpochMilli(readings.getFirst().raw().deviceMillis());
  }

  private List<TimedReading> wellTimed(int index, int last) throws StoreException {
    var place = new Place(index, nextSaves.after(index, last));
    List<TimedReading> known = wellTimed.get(place);
    if (known != null)
      return known;
    List<TimedReading> found = isBetweenReads(index) ? List.of() : wellTimed(bare(index, place.nextSave()));
    wellTimed.put(place, found);
    return found;
  }

  private static List<TimedReading> wellTimed(ClockProblem problem) {
    List<CorrectedTime> times = EXACT.estimate(problem);
    var timed = new ArrayList<TimedReading>();
    for (int i = 0; i < times.size(); i++) {
      CorrectedTime time = times.get(i);
      if (Duration.between(time.earliest(), time.latest()).compareTo(WELL_TIMED) <= 0)
        timed.add(new TimedReading(problem.readings().get(i), problem.periods().get(i), time.measuredAt()));
    }
    return timed;
  }
}
