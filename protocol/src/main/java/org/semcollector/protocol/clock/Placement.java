package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semcollector.protocol.reading.Reading;

/// Collects what was found for each segment and turns it into one time per reading.
final class Placement {
  private final ClockProblem problem;
  private final Lag[] lags;
  private final Why[] whys;

  Placement(ClockProblem problem) {
    this.problem = problem;
    lags = new Lag[problem.readings().size()];
    whys = new Why[lags.length];
    Arrays.fill(lags, Lag.NONE);
    Arrays.fill(whys, Why.RAW);
  }

  void place(Segment segment, Lag lag, Why why) {
    Arrays.fill(lags, segment.from(), segment.to(), lag);
    Arrays.fill(whys, segment.from(), segment.to(), why);
  }

  Lag lagOf(Segment segment) {
    return lags[segment.from()];
  }

  /// One time per reading, strictly growing from save to save: where two saves would meet, the later one gives way.
  List<CorrectedTime> times() {
    var times = new ArrayList<CorrectedTime>(lags.length);
    long last = Long.MIN_VALUE / 2;
    for (Save save : Save.of(problem)) {
      long push = 0;
      for (int i = save.from(); i < save.to(); i++) {
        push = Math.max(push, last + 1 - likelyMillis(i));
      }
      for (int i = save.from(); i < save.to(); i++) {
        times.add(time(i, push));
      }
      last = times.subList(save.from(), save.to()).stream()
          .mapToLong(time -> time.measuredAt().toEpochMilli()).max().orElse(last);
    }
    return List.copyOf(times);
  }

  private long likelyMillis(int reading) {
    return problem.readings().get(reading).deviceMillis() + lags[reading].likelyMillis();
  }

  private CorrectedTime time(int index, long pushMillis) {
    Reading reading = problem.readings().get(index);
    Lag lag = lags[index];
    long measured = likelyMillis(index) + pushMillis;
    long latest = Math.max(measured, reading.deviceMillis() + lag.mostMillis());
    return new CorrectedTime(Instant.ofEpochMilli(measured),
        Instant.ofEpochMilli(reading.deviceMillis() + lag.leastMillis()), Instant.ofEpochMilli(latest), whys[index]);
  }
}
