package org.semcollector.protocol.clock;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// Cuts a problem into clock runs: where the clock goes from never set to set or back, and where stamps jump back
/// though no boot put the clock back.
final class RunCutter {
  private final List<Save> saves;
  private final Restarts restarts;
  private final BootQueue setBoots;
  private final BootQueue unsetBoots;

  RunCutter(ClockProblem problem) {
    saves = Save.of(problem);
    restarts = Restarts.of(problem.powerLosses().entries());
    setBoots = new BootQueue(problem.powerLosses().deviceMillis());
    unsetBoots = new BootQueue(problem.powerLosses().unsetClockMillis());
  }

  List<ClockRun> cut() {
    List<List<Save>> stretches = stretches();
    int lastSet = -1;
    int lastUnset = -1;
    for (int i = 0; i < stretches.size(); i++) {
      if (isClockSet(stretches.get(i)))
        lastSet = i;
      else
        lastUnset = i;
    }
    var runs = new ArrayList<ClockRun>();
    for (int i = 0; i < stretches.size(); i++) {
      List<Save> stretch = stretches.get(i);
      BootQueue boots = isClockSet(stretch) ? setBoots : unsetBoots;
      runs.add(SegmentCutter.run(stretch, i == lastSet || i == lastUnset ? boots.takeAll() : boots.take(stretch)));
    }
    List<Long> bootsWithoutReadings = setBoots.takeAll();
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
    return PowerLossLog.isClockSet(before.firstMillis()) != PowerLossLog.isClockSet(after.firstMillis())
        || (!after.goesOnFrom(before) && restarts.before(after).isEmpty());
  }

  private static boolean isClockSet(List<Save> stretch) {
    return PowerLossLog.isClockSet(stretch.getFirst().firstMillis());
  }
}
