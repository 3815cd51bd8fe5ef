package org.semcollector.app.gap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.gap.Gap.Cause;
import org.semcollector.app.gap.Gap.State;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.protocol.simulator.TrueOutage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever happened to a meter, what is missing of it has the right cause, and nothing missing goes unseen.
class GapsIT {
  @TempDir
  private Path folder;

  private CollectedMeter meter() throws Exception {
    return new CollectedMeter(folder, CollectedMeter.settings());
  }

  private static List<Cause> causes(CollectedMeter meter) throws Exception {
    List<Gap> gaps = meter.gaps();
    Duration missing = Duration.ZERO;
    Instant before = Instant.EPOCH;
    for (Gap gap : gaps) {
      assertTrue(!gap.from().isBefore(before), gaps.toString());
      before = gap.to();
      missing = missing.plus(gap.length());
    }
    List<Bucket> hours = meter.buckets().buckets(CollectedMeter.SSID, OptionalInt.empty(), ZoneOffset.UTC,
        BucketUnit.HOUR, Range.ALL);
    Bucket firstHour = hours.getFirst();
    Instant first = firstHour.from().plus(Duration.ofHours(1)).minus(firstHour.covered());
    assertEquals(Duration.between(first, meter.meter.now()), meter.covered().plus(missing),
        "every moment is covered or has a cause");
    return gaps.stream().map(Gap::cause).toList();
  }

  @Test
  void aMeterThatWasJustReadMissesOnlyTheHourInProgress() throws Exception {
    try (var meter = meter()) {
      meter.setClock().hours(50.5).visit(true);
      assertEquals(List.of(Cause.NOT_COLLECTED), causes(meter));
      assertEquals(State.RECOVERABLE, meter.gaps().getFirst().state());
    }
  }

  @Test
  void anOutageIsOneAndTheHourBeforeItWasNotSaved() throws Exception {
    try (var meter = meter()) {
      meter.hours(0.2).visit(false);
      meter.hours(20.4).outage(7);
      meter.hours(20).visit(true);
      meter.hours(10.3).visit(true);
      assertEquals(List.of(Cause.UNSAVED_HOUR, Cause.OUTAGE, Cause.NOT_COLLECTED), causes(meter));
      Gap outage = meter.gaps().get(1);
      TrueOutage truth = meter.meter.outages().getFirst();
      assertTrue(Duration.between(truth.from(), outage.from()).abs().compareTo(Duration.ofMinutes(31)) < 0,
          () -> truth + " " + outage);
      assertEquals(1, outage.boots());
      Bucket all = meter.buckets().buckets(CollectedMeter.SSID, OptionalInt.empty(), ZoneOffset.UTC, BucketUnit.MONTH,
          Range.ALL).getFirst();
      assertEquals(outage.length(), all.outage());
    }
  }

  @Test
  void aPowerCutRightBeforeTheVisitIsSeenToo() throws Exception {
    try (var meter = meter()) {
      meter.setClock().hours(20.4).outage(30);
      meter.hours(0.3).visit(false);
      assertEquals(List.of(Cause.UNSAVED_HOUR, Cause.OUTAGE, Cause.NOT_COLLECTED), causes(meter));
      meter.hours(10).visit(true);
      assertEquals(List.of(Cause.UNSAVED_HOUR, Cause.OUTAGE, Cause.NOT_COLLECTED), causes(meter));
    }
  }

  @Test
  void readingsThatSomebodyElseErasedMayBeElsewhere() throws Exception {
    try (var meter = meter()) {
      meter.setClock().hours(30.2).visit(false);
      meter.hours(40).ask("/reset");
      meter.hours(20.4).visit(false);
      assertEquals(List.of(Cause.LOST_BY_RESET, Cause.NOT_COLLECTED), causes(meter));
      assertEquals(State.ELSEWHERE, meter.gaps().getFirst().state());
      assertTrue(meter.gaps().getFirst().length().compareTo(Duration.ofHours(38)) > 0);
    }
  }

  @Test
  void aMeterSetUpAnewLivesAnotherLife() throws Exception {
    try (var meter = meter()) {
      meter.setClock().hours(30.2).visit(false);
      meter.hours(40).ask("/reset");
      meter.setToken("SomebodyElsesToken01");
      meter.hours(20.4).visit(false);
      assertEquals(List.of(Cause.METER_REPLACED, Cause.NOT_COLLECTED), causes(meter));
    }
  }

  @Test
  void erasingAfterTheProofLosesNothing() throws Exception {
    try (var meter = meter()) {
      meter.setClock();
      for (int visit = 0; visit < 5; visit++)
        meter.hours(30.7).visit(true);
      assertTrue(
          causes(meter).stream().allMatch(cause -> cause == Cause.UNCERTAIN_TIME || cause == Cause.NOT_COLLECTED),
          meter.gaps().toString());
    }
  }

  @Test
  void aClockThatWasNeverSetTellsNoLengths() throws Exception {
    try (var meter = meter()) {
      meter.hours(20.4).outage(7);
      meter.hours(20.5).visit(true);
      meter.hours(10).visit(true);
      assertTrue(causes(meter).contains(Cause.CLOCK_NEVER_SET), meter.gaps().toString());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyMomentIsCoveredOrHasACause(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    try (var meter = meter()) {
      if (random.nextInt(4) > 0)
        meter.setClock();
      for (int step = 0; step < 25; step++) {
        meter.hours(1 + random.nextDouble(60));
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> meter.outage(random.nextDouble(random.nextBoolean() ? 1 : 60));
          case 3 -> meter.ask("/reset");
          default -> meter.visit(random.nextBoolean());
        }
      }
      meter.hours(2).visit(true);
      causes(meter);
    }
  }
}
