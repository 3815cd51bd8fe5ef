package org.semcollector.protocol.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// Finds silent gaps: the meter takes a read error for the end of a file and leaves out the rest, and a save that fails
/// loses its hour.
///
/// A gap is a hole when it is a whole number of save periods. An outage leaves none in the meter's own clock, which
/// stands still meanwhile; a clock set leaves a jump of any length. A gap that ends one period after a boot is that
/// boot's, whose stored time somebody had set.
public final class Holes {
  private static final long SAVED_EARLY_MILLIS = 5_000;
  private static final long SAVED_LATE_MILLIS = 15_000;
  /// How much longer than nominal a period is at most, in the mean.
  private static final long LONGER_MILLIS = 3_500;

  private Holes() {}

  /// The holes of a telemetry body, in stored order.
  ///
  /// @param periods the save period of each reading, same order
  public static List<Hole> of(List<Reading> readings, List<SavePeriod> periods, PowerLossLog powerLosses) {
    var boots = new TreeSet<>(powerLosses.entries());
    var lastOfChannel = new HashMap<Integer, Integer>();
    var holes = new ArrayList<Hole>();
    for (int i = 0; i < readings.size(); i++) {
      int channel = readings.get(i).channel();
      Integer before = lastOfChannel.put(channel, i);
      if (before == null)
        continue;
      long period = periods.get(i).length().toMillis();
      long missing = missingSaves(readings.get(before), readings.get(i), period);
      if (missing > 0 && !isFirstAfterBoot(readings.get(i), period, boots)) {
        holes.add(new Hole(channel, before, i, missing));
      }
    }
    return List.copyOf(holes);
  }

  private static long missingSaves(Reading before, Reading after, long period) {
    if (PowerLossLog.isClockSet(before.deviceMillis()) != PowerLossLog.isClockSet(after.deviceMillis()))
      return 0;
    long gap = after.deviceMillis() - before.deviceMillis();
    long saves = gap / period;
    boolean whole = gap - saves * period <= Math.min(saves * LONGER_MILLIS, period / 4) + SAVED_LATE_MILLIS;
    return saves > 1 && whole ? saves - 1 : 0;
  }

  private static boolean isFirstAfterBoot(Reading reading, long period, NavigableSet<Long> boots) {
    long bootedAt = reading.deviceMillis() - period;
    Long boot = boots.floor(bootedAt + SAVED_EARLY_MILLIS);
    return boot != null && boot >= bootedAt - SAVED_LATE_MILLIS;
  }
}
