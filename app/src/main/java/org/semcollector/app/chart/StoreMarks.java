package org.semcollector.app.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitRow;

/// Marks from what is stored: visits and what they erased, clock sets that readings were placed by, firmware sent from
/// here, outages of the gap ledger.
public final class StoreMarks implements MarkSource {
  private final MeterStore meters;
  private final Corrections corrections;
  private final Restarts restarts;
  private final GapQuery gaps;

  public StoreMarks(MeterStore meters, Corrections corrections, Restarts restarts, GapQuery gaps) {
    this.meters = meters;
    this.corrections = corrections;
    this.restarts = restarts;
    this.gaps = gaps;
  }

  @Override
  public List<Mark> marks(MeterRow meter, Range range) throws StoreException {
    List<Mark> marks = new ArrayList<>();
    for (VisitRow visit : meters.visits(Optional.of(meter.ssid()))) {
      if (within(visit.startedAt(), range)) {
        marks.add(Mark.visit(visit.startedAt(), meter.name(), visit.newReadings()));
        if (visit.erased())
          marks.add(Mark.at(Mark.Kind.ERASED, visit.endedAt().orElse(visit.startedAt()), meter.name()));
      }
    }
    corrections.stretches(meter.ssid()).stream().flatMap(stretch -> stretch.evidence().clockSetAt().stream())
        .distinct().filter(at -> within(at, range))
        .forEach(at -> marks.add(Mark.at(Mark.Kind.CLOCK_SET, at, meter.name())));
    // the moment it was sent is known; when the meter ran again is a guess where nobody looked
    restarts.of(meter.ssid()).stream().filter(restart -> within(restart.from(), range)).forEach(restart -> marks
        .add(Mark.firmware(restart.from(), meter.name(), restart.versionBefore(), restart.versionAfter())));
    for (Gap gap : gaps(meter, range)) {
      if (gap.cause() == Gap.Cause.OUTAGE)
        marks.add(Mark.outage(gap.from(), gap.to(), meter.name()));
    }
    return marks;
  }

  @Override
  public List<Gap> gaps(MeterRow meter, Range range) throws StoreException {
    return gaps.gaps(meter.ssid(), range);
  }

  private static boolean within(Instant at, Range range) {
    return !at.isBefore(range.from()) && at.isBefore(range.to());
  }
}
