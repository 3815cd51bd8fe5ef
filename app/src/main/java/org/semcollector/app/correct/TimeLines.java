package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.correct.PlacedOutage.Bounds;
import org.semcollector.app.correct.RunOutages.Gap;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.ClockRun;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.Segment;
import org.semcollector.protocol.clock.Segments;
import org.semcollector.protocol.clock.Why;

/// Lays a meter's stretches out in time.
final class TimeLines {
  private final MeterTimes meter;
  private final Way way;
  private final Placing placing;
  private final List<TimeLine.Part> parts = new ArrayList<>();
  private final List<PlacedOutage> outages = new ArrayList<>();
  private final List<Evidence.Restart> restarts = new ArrayList<>();

  private TimeLines(MeterTimes meter, Way way) {
    this.meter = meter;
    this.way = way;
    placing = new Placing(meter, way);
  }

  /// Times of the stretch at a position.
  interface Times {
    List<CorrectedTime> of(int index) throws StoreException;
  }

  static TimeLine of(org.semcollector.protocol.meter.Ssid ssid, MeterTimes meter, Way way, Times times,
      List<VisitRow> visits) throws StoreException {
    var lines = new TimeLines(meter, way);
    for (int i = 0; i < meter.size(); i++)
      lines.add(i, times.of(i));
    List<Instant> sets = new ArrayList<>();
    for (int i = 0; i < meter.size(); i++)
      meter.stretch(i).evidence().clockSetAt().ifPresent(sets::add);
    return new TimeLine(ssid, way.zone(), lines.parts, lines.outages, lines.restarts,
        visits.stream().sorted(Comparator.comparing(VisitRow::startedAt)).toList(),
        sets.stream().distinct().sorted().toList());
  }

  private void add(int index, List<CorrectedTime> times) throws StoreException {
    if (times.isEmpty())
      return;
    ClockProblem problem = placing.bare(index);
    Stretch evidence = meter.stretch(index).evidence();
    List<ClockRun> runs = Segments.of(problem).runs();
    evidence.restarts().forEach(restarted -> restarts.add(restarted.restart()));
    for (int i = 0; i < runs.size(); i++) {
      ClockRun run = runs.get(i);
      Optional<Bounds> end = i + 1 < runs.size() && !runs.get(i + 1).segments().isEmpty()
          ? Optional.of(bounds(times.get(runs.get(i + 1).segments().getFirst().from())))
          : Optional.empty();
      add(run, new RunOutages(evidence, run, way.pinsOf(evidence)), evidence, times, end);
    }
  }

  private void add(ClockRun run, RunOutages placer, Stretch evidence, List<CorrectedTime> times,
      Optional<Bounds> nextRun) {
    Duration period = run.period();
    @Nullable
    Bounds before = run.startKnown() ? evidence.clockSetAt().map(Bounds::exactly).orElse(null) : null;
    int passed = 0;
    for (Segment segment : run.segments()) {
      CorrectedTime first = times.get(segment.from());
      if (before != null && segment.outagesBefore() > passed)
        outages.addAll(placer.in(new Gap(before, Gap.bootBefore(bounds(first), period), first.why()), passed,
            segment.outagesBefore()));
      passed = segment.outagesBefore();
      CorrectedTime last = times.get(segment.to() - 1);
      parts.add(new TimeLine.Part(first.measuredAt().minus(period), last.measuredAt(), first.earliest().minus(period),
          last.latest(), segment.to() - segment.from(), last.why()));
      before = bounds(last);
    }
    if (before != null && passed < run.outages().size()) {
      Bounds lastSave = before;
      Bounds booted = nextRun.map(save -> Gap.bootBefore(save, period))
          .orElseGet(() -> Gap.bootBeforeVisit(evidence.collectedAt(), lastSave, period));
      outages.addAll(placer.in(new Gap(before, booted, Why.VISIT), passed, run.outages().size()));
    }
  }

  private static Bounds bounds(CorrectedTime time) {
    return new Bounds(time.measuredAt(), time.earliest(), time.latest());
  }
}
