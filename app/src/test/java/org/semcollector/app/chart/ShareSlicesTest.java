package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.NearEnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShareSlicesTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void sharesAreOrderedAndKeepTheirMetersColour() {
    ShareSlices shares = ShareSlices.of(List.of(meter("a", 1), meter("b", 3), meter("none", 0)), "Others");
    assertEquals(List.of(new ShareSlices.Slice("b", 1, 3, 0.75), new ShareSlices.Slice("a", 0, 1, 0.25)),
        shares.slices());
    assertEquals(4, shares.totalKwh());
  }

  @Test
  void manyMetersLeaveOneSliceForTheSmallOnesTogether() {
    List<MeterBuckets> meters = IntStream.rangeClosed(1, 30).mapToObj(i -> meter("m" + i, i)).toList();
    ShareSlices shares = ShareSlices.of(meters, "Others");
    assertEquals(ShareSlices.LIMIT, shares.slices().size());
    assertEquals("Others", shares.slices().getLast().name());
    assertEquals(1, shares.slices().stream().mapToDouble(ShareSlices.Slice::share).sum(), 1e-9);
  }

  @Test
  void withoutEnergyThereAreNoShares() {
    assertTrue(ShareSlices.of(List.of(meter("a", 0)), "Others").slices().isEmpty());
  }

  private static MeterBuckets meter(String name, double kwh) {
    Bucket bucket = new Bucket(START, START.plusSeconds(3600), kwh, Duration.ofHours(1), 1, NearEnd.NOTHING);
    return new MeterBuckets(name, List.of(bucket),
        new GapCause.Known(Optional.of(START), Optional.of(START), START.plusSeconds(7200)));
  }
}
