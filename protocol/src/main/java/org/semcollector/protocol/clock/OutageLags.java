package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the clock of a run lagged before and after each outage, by the times of its readings.
final class OutageLags {
  private final ClockRun run;
  private final KnownLags known;
  /// By number of outages before.
  private final TreeMap<Integer, Lag> lags = new TreeMap<>();

  OutageLags(KnownLags known, ClockProblem problem, List<CorrectedTime> times) {
    this.known = known;
    run = known.run();
    for (Segment segment : run.segments()) {
      long device = problem.readings().get(segment.from()).deviceMillis();
      CorrectedTime time = times.get(segment.from());
      lags.put(segment.outagesBefore(), new Lag(time.measuredAt().toEpochMilli() - device,
          time.earliest().toEpochMilli() - device, time.latest().toEpochMilli() - device));
    }
  }

  PlacedOutage placed(int index) {
    Outage outage = run.outages().get(index);
    Lag before = lag(index);
    Lag after = lag(index + 1);
    long booted = outage.deviceMillis();
    long period = run.period().toMillis();
    var to = window(booted + after.leastMillis(), booted + after.likelyMillis(), booted + after.mostMillis());
    var from = window(booted + before.leastMillis(),
        Math.max(booted + before.likelyMillis(),
            Math.min(booted + before.likelyMillis() + period / 2, to.likely().toEpochMilli())),
        Math.max(booted + before.likelyMillis(),
            Math.min(booted + before.mostMillis() + period, to.latest().toEpochMilli())));
    return new PlacedOutage(outage, from, to);
  }

  /// Where there are no readings: what is known, or the middle between the readings around.
  private Lag lag(int outages) {
    Lag own = lags.get(outages);
    if (own != null)
      return own;
    long least = known.leastMillis(outages);
    long most = known.mostMillis(outages);
    Map.Entry<Integer, Lag> below = lags.floorEntry(outages);
    Map.Entry<Integer, Lag> above = lags.ceilingEntry(outages);
    if (known.isKnown(outages))
      return new Lag(known.likelyMillis(outages), least, most);
    long from = below == null ? least : Math.max(least, below.getValue().likelyMillis());
    long to = above == null ? most : Math.min(most, above.getValue().likelyMillis());
    long likely = Math.clamp(from + (to - from) / 2, least, most);
    return new Lag(likely, least, most);
  }

  private static PlacedOutage.Window window(long least, long likely, long most) {
    return new PlacedOutage.Window(Instant.ofEpochMilli(Math.min(least, likely)), Instant.ofEpochMilli(likely),
        Instant.ofEpochMilli(Math.max(likely, most)));
  }
}
