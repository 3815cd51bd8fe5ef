package org.semcollector.app.gap;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.semcollector.app.rollup.CoverageEdge;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.MeterToken;

/// What is known of a meter beside its readings.
///
/// @param stretches in stored order
/// @param visits in order of time
record GapEvidence(List<PlacedStretch> stretches, List<VisitRow> visits) {
  /// A boot puts the clock back to the stored time, so the last reading before it has almost the same stamp.
  private static final long SAME_STAMP_MILLIS = 2_000;
  /// How much later than a save period after a boot the first save may be.
  private static final long LATE_MILLIS = 25_000;

  GapEvidence {
    stretches = List.copyOf(stretches);
    visits = visits.stream().sorted(Comparator.comparing(VisitRow::startedAt)).toList();
  }

  private Optional<PlacedStretch> stretch(CoverageEdge edge) {
    return stretches.stream().filter(each -> each.firstKey() <= edge.key() && edge.key() <= each.lastKey()).findFirst();
  }

  boolean inOneStretch(CoverageEdge one, CoverageEdge other) {
    return stretch(one).equals(stretch(other));
  }

  /// How often the meter started between two readings that follow each other.
  int boots(CoverageEdge before, CoverageEdge after) {
    return between(before, after, Stretch::boots).size();
  }

  /// How often it had been without power then.
  int outages(CoverageEdge before, CoverageEdge after) {
    return between(before, after, Stretch::outageBoots).size();
  }

  private Set<Long> between(CoverageEdge before, CoverageEdge after, Function<Stretch, List<Long>> which) {
    Set<Long> boots = new HashSet<>(inOneStretch(before, after) ? Set.of() : bootsAfter(before, which));
    stretch(after).ifPresent(found -> which.apply(found.evidence()).stream()
        .filter(boot -> isFirstSaveAfter(boot, after)).forEach(boots::add));
    return boots;
  }

  /// How often the meter had been without power after the last reading that was read with others.
  int bootsSince(CoverageEdge last) {
    return bootsAfter(last, Stretch::outageBoots).size();
  }

  private Set<Long> bootsAfter(CoverageEdge last, Function<Stretch, List<Long>> which) {
    var boots = new HashSet<Long>();
    stretch(last).ifPresent(found -> which.apply(found.evidence()).stream()
        .filter(boot -> boot >= last.deviceMillis() - SAME_STAMP_MILLIS).forEach(boots::add));
    return boots;
  }

  private static boolean isFirstSaveAfter(long boot, CoverageEdge save) {
    long late = save.deviceMillis() - boot - save.period().length().toMillis();
    return late >= -SAME_STAMP_MILLIS && late <= LATE_MILLIS;
  }

  private Optional<VisitRow> visit(CoverageEdge edge) {
    return stretch(edge).flatMap(found -> visits.stream()
        .filter(visit -> visit.reference().equals(found.evidence().visit())).findFirst());
  }

  /// Whether one of the visits from the one that read `before` to the one before that read `after` erased the meter.
  boolean erasedBetween(CoverageEdge before, CoverageEdge after) {
    Optional<VisitRow> from = visit(before);
    Optional<VisitRow> to = visit(after);
    return from.isPresent() && to.isPresent() && visits.stream()
        .anyMatch(each -> each.erased() && !each.startedAt().isBefore(from.get().startedAt())
            && (each.startedAt().isBefore(to.get().startedAt()) || each.equals(from.get())));
  }

  /// Whether the meter held another token when the one was read than when the other was.
  boolean otherToken(CoverageEdge before, CoverageEdge after) {
    Optional<MeterToken> one = visit(before).flatMap(VisitRow::token);
    Optional<MeterToken> other = visit(after).flatMap(VisitRow::token);
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /// When a meter was last erased after a reading was read; empty when it was not.
  Optional<Instant> erasedAfter(CoverageEdge last) {
    return visit(last).flatMap(from -> visits.stream()
        .filter(each -> each.erased() && !each.startedAt().isBefore(from.startedAt())).map(VisitRow::startedAt)
        .findFirst());
  }
}
