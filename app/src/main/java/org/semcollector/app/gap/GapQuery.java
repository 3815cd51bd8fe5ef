package org.semcollector.app.gap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.rollup.CoverageEdge;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.OutageSource;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// What is missing of meters, from what is kept: no reading is read.
public final class GapQuery implements OutageSource {
  private final CoverageQuery coverage;
  private final MeterStore meters;
  private final Corrections corrections;
  private final Clock clock;

  public GapQuery(CoverageQuery coverage, MeterStore meters, Corrections corrections, Clock clock) {
    this.coverage = coverage;
    this.meters = meters;
    this.corrections = corrections;
    this.clock = clock;
  }

  /// What is missing of a meter within a range, from its first reading to the present at most, oldest first. Gaps that
  /// reach out of the range are cut at its ends.
  public List<Gap> gaps(Ssid ssid, Range range) throws StoreException {
    return clipped(all(ssid, Optional.empty()), range);
  }

  /// When a meter was without power, by its own log.
  @Override
  public List<Range> outages(Ssid ssid, Range range) throws StoreException {
    return clipped(all(ssid, Optional.of(range)), range).stream().filter(gap -> gap.cause() == Gap.Cause.OUTAGE)
        .map(gap -> new Range(gap.from(), gap.to())).toList();
  }

  private static List<Gap> clipped(List<Gap> gaps, Range range) {
    return gaps.stream().filter(gap -> gap.meets(range.from(), range.to()))
        .map(gap -> gap.within(range.from(), range.to())).toList();
  }

  /// @param only where nothing is missing within it, no more is asked
  private List<Gap> all(Ssid ssid, Optional<Range> only) throws StoreException {
    List<CoverageEdge> edges = coverage.edges(ssid);
    if (edges.isEmpty() || (only.isPresent() && isCovered(edges, only.get())))
      return List.of();
    Optional<Instant> collectedAt = meters.meter(ssid).flatMap(MeterRow::lastCollectedAt);
    var evidence = new GapEvidence(corrections.stretches(ssid), meters.visits(Optional.of(ssid)));
    return GapLedger.of(ssid, edges, evidence, collectedAt, clock.instant());
  }

  private static boolean isCovered(List<CoverageEdge> edges, Range range) {
    boolean covered = false;
    for (CoverageEdge edge : edges) {
      if (!edge.at().isAfter(range.from()))
        covered = edge.starts();
      else if (edge.at().isBefore(range.to()))
        return false;
    }
    return covered;
  }
}
