package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.correct.PlacedOutage.Bounds;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.clock.ClockRun;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.Outage;
import org.semcollector.protocol.clock.Why;

/// Places the outages of one clock run in the gaps between its readings.
///
/// @param stretch with the visit that read them, and the boots that were no outages
/// @param pins what people know of them
record RunOutages(Stretch stretch, ClockRun run, List<Evidence.Pin> pins) {
  /// A boot logs the stored time; entries so close together belong to the same outage.
  private static final long SAME_BOOT_MILLIS = 2_000;

  /// What is known to have happened before and after a gap.
  ///
  /// @param before the last save before it
  /// @param booted when the meter ran on, told by the first save after it
  record Gap(Bounds before, Bounds booted, Why why) {
    /// The meter ran on one period before its first save.
    static Bounds bootBefore(Bounds save, Duration period) {
      return new Bounds(save.at().minus(period), save.earliest().minus(period), save.latest().minus(period));
    }

    /// The meter ran for less than a period when it was visited.
    static Bounds bootBeforeVisit(Instant visit, Bounds before, Duration period) {
      Instant earliest = later(before.at(), visit.minus(period));
      return new Bounds(later(earliest, visit.minus(period.dividedBy(2))), earliest, later(earliest, visit));
    }
  }

  /// The outages of a gap, in the order of the log, without restarts. Of several nobody knows how they share it.
  ///
  /// @param first position among the run's outages
  /// @param end position after the last one
  List<PlacedOutage> in(Gap gap, int first, int end) {
    var placed = new ArrayList<PlacedOutage>();
    List<Outage> outages = run.outages().subList(first, end).stream()
        .filter(outage -> !stretch.isRestart(outage.deviceMillis())).toList();
    for (int i = 0; i < outages.size(); i++) {
      Outage outage = outages.get(i);
      Optional<Evidence.Pin> pin = pins.stream()
          .filter(each -> Math.abs(each.bootMillis() - outage.deviceMillis()) <= SAME_BOOT_MILLIS).findFirst();
      if (pin.isPresent())
        placed.add(pinned(outage, pin.get()));
      else
        placed.add(outages.size() == 1 ? single(outage, gap) : oneOf(outage, gap, i, outages.size()));
    }
    return placed;
  }

  private PlacedOutage pinned(Outage outage, Evidence.Pin pin) {
    Duration length = Duration.between(pin.from(), pin.to());
    return new PlacedOutage(outage.deviceMillis(), outage.boots(), Bounds.exactly(pin.from()),
        Bounds.exactly(pin.to()), length, length, Why.PIN, stretch.visit());
  }

  private PlacedOutage single(Outage outage, Gap gap) {
    Duration period = run.period();
    Bounds before = gap.before();
    Instant toEarliest = later(before.earliest(), gap.booted().earliest());
    Instant to = later(later(before.at(), gap.booted().at()), toEarliest);
    Instant toLatest = later(to, gap.booted().latest());
    Instant from = before.at().plus(shorter(period, Duration.between(before.at(), to)).dividedBy(2));
    Instant fromLatest = later(from, earlier(before.latest().plus(period), toLatest));
    Duration shortest = Duration.between(fromLatest, toEarliest);
    return new PlacedOutage(outage.deviceMillis(), outage.boots(), new Bounds(from, before.earliest(), fromLatest),
        new Bounds(to, toEarliest, toLatest), shortest.isNegative() ? Duration.ZERO : shortest,
        Duration.between(before.earliest(), toLatest), gap.why(), stretch.visit());
  }

  private PlacedOutage oneOf(Outage outage, Gap gap, int position, int count) {
    Instant start = gap.before().at();
    Instant end = later(start, gap.booted().at());
    Instant earliest = gap.before().earliest();
    Instant latest = later(end, gap.booted().latest());
    Duration share = Duration.between(start, end).dividedBy(count);
    Instant from = start.plus(share.multipliedBy(position));
    return new PlacedOutage(outage.deviceMillis(), outage.boots(), new Bounds(from, earliest, latest),
        new Bounds(from.plus(share), earliest, latest), Duration.ZERO, Duration.between(earliest, latest), gap.why(),
        stretch.visit());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
