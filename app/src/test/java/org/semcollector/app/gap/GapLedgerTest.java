package org.semcollector.app.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.gap.Gap.Cause;
import org.semcollector.app.gap.Gap.State;
import org.semcollector.app.rollup.CoverageEdge;
import org.semcollector.app.rollup.TimeBand;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Corrections.Run;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;

class GapLedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static Instant at(double hours) {
    return START.plusMillis(Math.round(hours * 3_600_000));
  }

  static CoverageEdge edge(double hours, boolean starts, int epoch, int position, int channel) {
    return edge(hours, starts, epoch, position, channel, TimeBand.CERTAIN);
  }

  private static CoverageEdge edge(double hours, boolean starts, int epoch, int position, int channel, TimeBand band) {
    return new CoverageEdge(at(hours), starts, new ReadingKey(1, epoch, position).value(), channel,
        at(hours).toEpochMilli(), SavePeriod.HOUR, false, band);
  }

  private static PlacedStretch stretch(int id, int first, int last, List<Long> boots) {
    var run = new Run(id, "even", 1, START);
    var evidence = new Stretch("visit " + id, Optional.empty(), boots, at(10_000), "even", 1, START);
    return new PlacedStretch(id, evidence, new ReadingKey(1, 1, first).value(), new ReadingKey(1, 1, last).value(), run,
        List.of(run));
  }

  private static List<Gap> gaps(List<CoverageEdge> edges, PlacedStretch... stretches) {
    return GapLedger.of(CollectedMeter.SSID, edges, new GapEvidence(List.of(stretches), List.of()), Optional.empty(),
        at(200));
  }

  private static List<CoverageEdge> hole(double length, TimeBand before, TimeBand after) {
    return List.of(edge(0, true, 1, 0, 1), edge(100, false, 1, 99, 1, before),
        edge(100 + length, true, 1, 100, 1, after), edge(200, false, 1, 190, 1));
  }

  @Test
  void aFullFlashLosesWhatComesAfterUntilItIsErased() {
    var edges = List.of(edge(0, true, 1, 0, 3), edge(100, false, 1, 3 * 10_586 - 1, 3));
    assertEquals(List.of(new Gap(CollectedMeter.SSID, at(100), at(200), Cause.MEMORY_FULL, 0, State.LOST)),
        gaps(edges, stretch(1, 0, 40_000, List.of())));
  }

  @Test
  void almostFullIsNotFull() {
    var edges = List.of(edge(0, true, 1, 0, 3), edge(100, false, 1, 3 * 10_586 - 2, 3));
    assertEquals(List.of(Cause.NOT_COLLECTED), gaps(edges).stream().map(Gap::cause).toList());
  }

  @Test
  void aHoleWithoutABootIsUnknownAndMayStillBeOnTheMeter() {
    Gap gap = gaps(hole(5, TimeBand.CERTAIN, TimeBand.CERTAIN), stretch(1, 0, 200, List.of())).getFirst();
    assertEquals(new Gap(CollectedMeter.SSID, at(100), at(105), Cause.UNKNOWN, 0, State.RECOVERABLE), gap);
  }

  @Test
  void aSaveAFewMinutesLateMissesNothing() {
    Gap gap = gaps(hole(0.1, TimeBand.CERTAIN, TimeBand.CERTAIN), stretch(1, 0, 200, List.of())).getFirst();
    assertEquals(Cause.LATE_SAVE, gap.cause());
    assertEquals(State.COMPLETE, gap.state());
  }

  @Test
  void betweenStretchesTimesThatAreUncertainTellNoGap() {
    var half = new TimeBand(Duration.ofMinutes(30), Duration.ofMinutes(30));
    PlacedStretch[] two = {stretch(1, 0, 99, List.of()), stretch(2, 100, 200, List.of())};
    assertEquals(Cause.UNCERTAIN_TIME, gaps(hole(0.4, half, TimeBand.CERTAIN), two).getFirst().cause());
    assertEquals(Cause.UNKNOWN, gaps(hole(0.6, half, TimeBand.CERTAIN), two).getFirst().cause());
  }

  @Test
  void severalBootsOfOneOutageAreCounted() {
    long boot = at(105).toEpochMilli() - 3_600_000;
    List<Gap> gaps = gaps(hole(5, TimeBand.CERTAIN, TimeBand.CERTAIN),
        stretch(1, 0, 200, List.of(boot - 8, boot - 3, at(42).toEpochMilli())));
    assertEquals(List.of(Cause.UNSAVED_HOUR, Cause.OUTAGE), gaps.stream().map(Gap::cause).toList());
    assertEquals(2, gaps.getFirst().boots());
    assertEquals(at(100.5), gaps.getFirst().to());
  }

  @Test
  void anOutageShorterThanAPeriodIsHalfUnsaved() {
    long boot = at(100.4).toEpochMilli() - 3_600_000;
    List<Gap> gaps = gaps(hole(0.4, TimeBand.CERTAIN, TimeBand.CERTAIN), stretch(1, 0, 200, List.of(boot)));
    assertEquals(at(100.2), gaps.getFirst().to());
    assertEquals(at(100.4), gaps.getLast().to());
  }
}
