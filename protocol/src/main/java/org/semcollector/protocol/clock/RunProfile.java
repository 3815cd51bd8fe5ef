package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.protocol.clock.profile.Offset;
import org.semcollector.protocol.clock.profile.ProfileProblem;
import org.semcollector.protocol.clock.profile.Sample;

/// One run as numbers for the solver, and back.
///
/// @param known what is known of the run's lags
/// @param places what is placed, by outages before: segments, and known lags between readings that do not exist
/// @param problem the numbers, one segment for each place
record RunProfile(KnownLags known, TreeMap<Integer, Optional<Segment>> places, ProfileProblem problem) {
  private static final double MILLIS_PER_MINUTE = 60_000;

  static RunProfile of(ClockProblem problem, KnownLags known, List<TimedReading> timed) {
    ClockRun run = known.run();
    long origin = run.firstSeenMillis();
    var hours = new HourSamples(problem, origin);
    TreeMap<Integer, Optional<Segment>> places = places(known);
    var samples = new ArrayList<List<Sample>>();
    var bounds = new ArrayList<ProfileProblem.Bounds>();
    places.forEach((outages, place) -> {
      samples.add(place.map(segment -> hours.of(segment.from(), segment.to())).orElse(List.of()));
      bounds.add(bounds(known, outages));
    });
    return new RunProfile(known, places, new ProfileProblem(Instant.ofEpochMilli(origin), problem.zone(),
        HourSamples.known(timed, origin), samples, bounds, List.copyOf(places.keySet()), run.outages().size(),
        run.startKnown(), sum(known)));
  }

  /// Puts the segments where the solver found them.
  void place(List<Offset> offsets, Placement placement) {
    int i = 0;
    for (var place : places.entrySet()) {
      Offset offset = offsets.get(i++);
      place.getValue().ifPresent(segment -> placement.place(segment, millis(offset), why(place.getKey())));
    }
  }

  private static TreeMap<Integer, Optional<Segment>> places(KnownLags known) {
    var places = new TreeMap<Integer, Optional<Segment>>();
    for (Segment segment : known.run().segments()) {
      places.put(segment.outagesBefore(), Optional.of(segment));
    }
    for (int outages = 0; outages <= known.run().outages().size(); outages++) {
      if (known.isPinned(outages))
        places.putIfAbsent(outages, Optional.empty());
    }
    return places;
  }

  /// The visit alone does not bound the last segment: the log may not tell everything.
  private static ProfileProblem.Bounds bounds(KnownLags known, int outages) {
    boolean byVisit = outages == known.run().outages().size() && known.why(outages) == Why.VISIT;
    double least = byVisit ? 0 : known.leastMillis(outages) / MILLIS_PER_MINUTE;
    return new ProfileProblem.Bounds(least, known.mostMillis(outages) / MILLIS_PER_MINUTE);
  }

  private static Offset sum(KnownLags known) {
    int all = known.run().outages().size();
    return new Offset(known.likelyMillis(all) / MILLIS_PER_MINUTE, known.leastMillis(all) / MILLIS_PER_MINUTE,
        known.mostMillis(all) / MILLIS_PER_MINUTE);
  }

  private Why why(int outages) {
    Why why = known.why(outages);
    return why == null ? Why.LOAD_PROFILE : why;
  }

  private static Lag millis(Offset offset) {
    return new Lag(Math.round(offset.likelyMinutes() * MILLIS_PER_MINUTE),
        Math.round(offset.leastMinutes() * MILLIS_PER_MINUTE), Math.round(offset.mostMinutes() * MILLIS_PER_MINUTE));
  }
}
