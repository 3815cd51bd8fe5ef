package org.semcollector.app.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyFiguresTest {
  private static final double GAP = Double.NaN;

  @Test
  void theFiguresOfADayAreThoseCalculatedByHand() {
    // 24 hours: 20 of 0.1 kWh (100 W), 2 of 0.05 kWh (50 W), 1 of 2 kWh at 18:00 (2000 W), 1 of 0.9 kWh (900 W)
    // total = 2.0 + 0.1 + 2 + 0.9 = 5.0 kWh; mean = 5000 Wh / 24 h = 208.33 W; load factor = 208.33 / 2000 = 0.10417
    // base load: position 0.025 * 23 = 0.575 between the two smallest, both 50 W
    var kwh = new double[24];
    java.util.Arrays.fill(kwh, 0.1);
    kwh[3] = 0.05;
    kwh[4] = 0.05;
    kwh[18] = 2;
    kwh[19] = 0.9;
    KeyFigures figures = KeyFigures.of(Hours.from("2026-06-10", Hours.BERLIN, kwh));
    assertEquals(5.0, figures.energyKwh().orElseThrow(), 1e-12);
    assertEquals(5000 / 24.0, figures.meanPowerW().orElseThrow(), 1e-9);
    assertEquals(
        new KeyFigures.Peak(Instant.parse("2026-06-10T16:00:00Z"), Instant.parse("2026-06-10T17:00:00Z"), 2000),
        figures.peak().orElseThrow());
    assertEquals(50, figures.baseLoad().orElseThrow(), 1e-9);
    assertEquals(5000 / 24.0 / 2000, figures.loadFactor().orElseThrow(), 1e-12);
    assertEquals(1, figures.basis().share());
  }

  @Test
  void baseLoadLiesBetweenNeighbours() {
    // 41 hours of 1, 2, .. 41 Wh: position 0.025 * 40 = 1, the second smallest = 2 W
    var kwh = new double[41];
    for (int i = 0; i < 41; i++)
      kwh[i] = (41 - i) / 1000.0;
    assertEquals(2, KeyFigures.of(Hours.from("2026-06-10", ZoneOffset.UTC, kwh)).baseLoad().orElseThrow(), 1e-9);
    // 25 hours of 1 .. 25 Wh: position 0.025 * 24 = 0.6: 1 + 0.6 = 1.6 W
    assertEquals(1.6, KeyFigures.of(Hours.from("2026-06-10", ZoneOffset.UTC, java.util.Arrays.copyOfRange(kwh, 16, 41)))
        .baseLoad().orElseThrow(), 1e-9);
  }

  @Test
  void aGapIsNotZero() {
    // without the gaps mean = 1 kWh / 1 h; with zeros it would be 250 W
    KeyFigures figures = KeyFigures.of(Hours.from("2026-06-10", ZoneOffset.UTC, GAP, 1, GAP, GAP));
    assertEquals(1000, figures.meanPowerW().orElseThrow(), 1e-9);
    assertEquals(0.25, figures.basis().share());
    assertEquals(1, figures.loadFactor().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), figures.baseLoad());
  }

  @Test
  void aPartlyMeasuredHourCountsInTheTotalButMakesNoPeak() {
    Instant start = Instant.parse("2026-06-10T00:00:00Z");
    List<Bucket> hours = List.of(Hours.of(BucketUnit.HOUR, start, ZoneOffset.UTC, 0.5, 1),
        // 6 minutes at 3 kW: a peak of an hour it is not
        Hours.of(BucketUnit.HOUR, start.plusSeconds(3600), ZoneOffset.UTC, 0.3, 0.1));
    KeyFigures figures = KeyFigures.of(hours);
    assertEquals(0.8, figures.energyKwh().orElseThrow(), 1e-12);
    assertEquals(500, figures.peak().orElseThrow().powerW(), 1e-9);
    assertEquals(1, figures.loadFactor().orElseThrow(), 1e-12);
    assertEquals(new Basis(Duration.ofHours(2), Duration.ofMinutes(66)), figures.basis());
    assertEquals(new Basis(Duration.ofHours(2), Duration.ofMinutes(60)), figures.fullHours());
  }

  @Test
  void withoutReadingsThereIsNoFigure() {
    for (List<Bucket> hours : List.of(List.<Bucket>of(), Hours.from("2026-06-10", ZoneOffset.UTC, GAP, GAP))) {
      KeyFigures figures = KeyFigures.of(hours);
      assertTrue(figures.energyKwh().isEmpty() && figures.meanPowerW().isEmpty() && figures.peak().isEmpty()
          && figures.baseLoad().isEmpty() && figures.loadFactor().isEmpty() && figures.basis().isEmpty());
    }
  }

  @Test
  void measuredZeroIsAFigure() {
    KeyFigures figures = KeyFigures.of(Hours.all(BucketUnit.HOUR, "2026-06-10", "2026-06-11", ZoneOffset.UTC, 0));
    assertEquals(OptionalDouble.of(0), figures.energyKwh());
    assertEquals(OptionalDouble.of(0), figures.baseLoad());
    assertEquals(OptionalDouble.empty(), figures.loadFactor());
  }

  @Test
  void ofEqualPeaksTheFirstIsNamed() {
    assertEquals(Instant.parse("2026-06-10T01:00:00Z"), KeyFigures.of(Hours.from("2026-06-10", ZoneOffset.UTC, 1, 2, 2))
        .peak().orElseThrow().from());
  }

  @Test
  void hoursOfTheFutureAreNoGaps() {
    List<Bucket> day = Hours.from("2026-06-10", ZoneOffset.UTC, 1, 1, GAP, GAP);
    List<Bucket> begun = Power.begun(day, Instant.parse("2026-06-10T02:00:00Z"));
    assertEquals(2, begun.size());
    assertTrue(Basis.of(begun).isComplete());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void figuresKeepTheirOrder(int seed) {
    List<Bucket> hours = Hours.random(seed, "2026-03-20", Hours.BERLIN, 24 * 20);
    KeyFigures figures = KeyFigures.of(hours);
    double peak = figures.peak().orElseThrow().powerW();
    assertTrue(figures.baseLoad().orElseThrow() <= peak);
    assertTrue(figures.loadFactor().orElseThrow() > 0 && figures.loadFactor().orElseThrow() <= 1);
    // gaps added at the end change coverage and nothing else
    List<Bucket> longer = new ArrayList<>(hours);
    longer.addAll(Hours.from("2026-05-01", Hours.BERLIN, GAP, GAP, GAP));
    KeyFigures more = KeyFigures.of(longer);
    assertEquals(figures.peak(), more.peak());
    assertEquals(figures.baseLoad(), more.baseLoad());
    assertEquals(figures.loadFactor(), more.loadFactor());
    assertEquals(figures.meanPowerW(), more.meanPowerW());
    assertTrue(more.basis().share() < figures.basis().share());
  }
}
