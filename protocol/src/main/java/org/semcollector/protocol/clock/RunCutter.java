package org.semcollector.protocol.clock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// Cuts a problem into clock runs: where the clock goes from never set to set or back, at the known clock set, and
/// where stamps jump back though no boot put the clock back.
final class RunCutter {
  /// Which clock a stamp comes from.
  private enum Clock {
    NEVER_SET, SET_EARLIER, SET
  }

  /// The meter drops the milliseconds of the time it is set to, and the request takes a moment.
  private static final long SET_LATE_MILLIS = 5_000;

  private final List<Save> saves;
  private final Restarts restarts;
  private final boolean clockSetKnown;
  private final long setMillis;
  private final Map<Clock, BootQueue> boots;

  RunCutter(ClockProblem problem) {
    saves = Save.of(problem);
    restarts = Restarts.of(problem.powerLosses().entries());
    clockSetKnown = problem.clockSetAt().isPresent();
    setMillis = problem.clockSetAt().map(at -> at.toEpochMilli() - SET_LATE_MILLIS).orElse(Long.MIN_VALUE);
    boots = problem.powerLosses().entries().stream()
        .collect(Collectors.groupingBy(this::clock, Collectors.collectingAndThen(Collectors.toList(), BootQueue::new)));
  }

  List<ClockRun> cut() {
    List<List<Save>> stretches = stretches();
    var last = new EnumMap<Clock, Integer>(Clock.class);
    for (int i = 0; i < stretches.size(); i++) {
      last.put(clock(stretches.get(i)), i);
    }
    var runs = new ArrayList<ClockRun>();
    for (int i = 0; i < stretches.size(); i++) {
      List<Save> stretch = stretches.get(i);
      Clock clock = clock(stretch);
      List<Long> taken = last.containsValue(i) ? boots(clock).takeAll() : boots(clock).take(stretch);
      boolean startKnown = clock == Clock.SET && (i > 0 || clockSetKnown);
      runs.add(SegmentCutter.run(stretch, taken, startKnown));
    }
    List<Long> bootsWithoutReadings = boots(Clock.SET).takeAll();
    if (!runs.isEmpty() && !bootsWithoutReadings.isEmpty())
      runs.add(SegmentCutter.runOf(bootsWithoutReadings));
    return runs;
  }

  private List<List<Save>> stretches() {
    var stretches = new ArrayList<List<Save>>();
    int from = 0;
    for (int i = 1; i <= saves.size(); i++) {
      if (i == saves.size() || wasClockSet(saves.get(i - 1), saves.get(i))) {
        stretches.add(saves.subList(from, i));
        from = i;
      }
    }
    return stretches;
  }

  private boolean wasClockSet(Save before, Save after) {
    return clock(before.firstMillis()) != clock(after.firstMillis())
        || (!after.goesOnFrom(before) && restarts.before(after).isEmpty());
  }

  private BootQueue boots(Clock clock) {
    return boots.getOrDefault(clock, BootQueue.EMPTY);
  }

  private Clock clock(List<Save> stretch) {
    return clock(stretch.getFirst().firstMillis());
  }

  private Clock clock(long deviceMillis) {
    if (!PowerLossLog.isClockSet(deviceMillis))
      return Clock.NEVER_SET;
    return deviceMillis < setMillis ? Clock.SET_EARLIER : Clock.SET;
  }
}
