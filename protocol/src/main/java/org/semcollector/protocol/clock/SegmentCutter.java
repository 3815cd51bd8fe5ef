package org.semcollector.protocol.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.SavePeriod;

/// Cuts one clock run at its outages.
final class SegmentCutter {
  private final List<Save> saves;
  private final List<Outage> outages;
  private final int[] restartAt;

  private SegmentCutter(List<Save> saves, List<Outage> outages) {
    this.saves = saves;
    this.outages = outages;
    restartAt = restartAt(saves, outages);
  }

  /// @param saves at least one
  static ClockRun run(List<Save> saves, List<Long> boots, boolean startKnown) {
    List<Outage> outages = outages(boots);
    List<Segment> segments = new SegmentCutter(saves, outages).cut();
    Save last = saves.getLast();
    boolean bootedSince = segments.getLast().outagesBefore() < outages.size();
    long lastSeen = bootedSince ? Math.max(last.lastMillis(), outages.getLast().deviceMillis()) : last.lastMillis();
    return new ClockRun(PowerLossLog.isClockSet(saves.getFirst().firstMillis()), startKnown,
        saves.getFirst().firstMillis(),
        lastSeen, Duration.ofMillis(last.periodMillis()), outages, segments);
  }

  /// A run whose boots came before its first save.
  ///
  /// @param boots at least one
  static ClockRun runOf(List<Long> boots) {
    return new ClockRun(true, true, boots.getFirst(), boots.getLast(), SavePeriod.HOUR.length(), outages(boots),
        List.of());
  }

  private List<Segment> cut() {
    var segments = new ArrayList<Segment>();
    int from = 0;
    int passed = 0;
    for (int i = 0; i < saves.size(); i++) {
      int before = passed;
      while (passed < outages.size() && isAfter(i, passed))
        passed++;
      if (passed > before && i > from) {
        segments.add(new Segment(saves.get(from).from(), saves.get(i).from(), before));
        from = i;
      }
    }
    segments.add(new Segment(saves.get(from).from(), saves.getLast().to(), passed));
    return segments;
  }

  private boolean isAfter(int save, int outage) {
    return save >= restartAt[outage] && saves.get(save).isAfterBoot(outages.get(outage).deviceMillis());
  }

  /// Where a boot put the clock back behind readings already saved (their time had not been stored), the stamps show
  /// between which saves it was: for each outage the first save that can come after it.
  private static int[] restartAt(List<Save> saves, List<Outage> outages) {
    var restartAt = new int[outages.size()];
    Restarts restarts = Restarts.of(outages.stream().map(Outage::deviceMillis).toList());
    for (int i = 1; i < saves.size(); i++) {
      if (!saves.get(i).goesOnFrom(saves.get(i - 1))) {
        int save = i;
        restarts.before(saves.get(i)).ifPresent(outage -> restartAt[outage] = save);
      }
    }
    return restartAt;
  }

  private static List<Outage> outages(List<Long> boots) {
    var outages = new ArrayList<Outage>();
    for (long boot : boots) {
      Outage last = outages.isEmpty() ? null : outages.getLast();
      if (last != null && Math.abs(boot - last.deviceMillis()) <= Restarts.SAME_OUTAGE_MILLIS) {
        outages.set(outages.size() - 1, new Outage(boot, last.boots() + 1));
      } else {
        outages.add(new Outage(boot, 1));
      }
    }
    return outages;
  }
}
