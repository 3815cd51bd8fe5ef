package org.semcollector.app.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShareSlicesTest {
  @Test
  void sharesAreOrderedAndKeepTheirMetersColour() {
    ShareSlices shares = ShareSlices.of(List.of(meter("a", 1), meter("b", 3), meter("none", 0)), "Others");
    assertEquals(List.of(slice("b", 1, 3, 0.75), slice("a", 0, 1, 0.25)), shares.slices());
    assertEquals(List.of("b", "a", "none"), shares.ranking().stream().map(ShareSlices.Slice::name).toList());
    assertEquals(4, shares.totalKwh());
  }

  @Test
  void manyMetersLeaveOneSliceForTheSmallOnesTogether() {
    List<EnergyPart> meters = IntStream.rangeClosed(1, 30).mapToObj(i -> meter("m" + i, i)).toList();
    ShareSlices shares = ShareSlices.of(meters, "Others");
    assertEquals(ShareSlices.LIMIT, shares.slices().size());
    assertEquals("Others", shares.slices().getLast().name());
    assertEquals(8, shares.slices().stream().map(ShareSlices.Slice::series).distinct().count(), "eight colours");
    assertEquals(30, shares.ranking().size(), "everybody has a row");
    assertEquals(1, shares.slices().stream().mapToDouble(ShareSlices.Slice::share).sum(), 1e-9);
  }

  @Test
  void aFactorGivesEveryMeterAScaledEnergyAndShareBesideTheRawOnes() {
    ShareSlices shares = ShareSlices.of(List.of(new EnergyPart("a", 1, OptionalDouble.of(3), 1), meter("b", 1)),
        "Others");
    assertEquals(2, shares.totalKwh());
    assertEquals(OptionalDouble.of(4), shares.scaledKwh());
    assertEquals(List.of(0.5, 0.5), shares.ranking().stream().map(ShareSlices.Slice::share).toList());
    assertEquals(List.of(OptionalDouble.of(0.75), OptionalDouble.of(0.25)),
        shares.ranking().stream().map(ShareSlices.Slice::scaledShare).toList());
    assertEquals(OptionalDouble.of(3), shares.ranking().getFirst().scaledKwh());
  }

  private static ShareSlices.Slice slice(String name, int series, double kwh, double share) {
    return new ShareSlices.Slice(name, series, kwh, share, OptionalDouble.empty(), OptionalDouble.empty(), 1);
  }

  @Test
  void withoutEnergyThereAreNoShares() {
    assertTrue(ShareSlices.of(List.of(meter("a", 0)), "Others").slices().isEmpty());
  }

  private static EnergyPart meter(String name, double kwh) {
    return new EnergyPart(name, kwh, OptionalDouble.empty(), kwh > 0 ? 1 : 0);
  }
}
