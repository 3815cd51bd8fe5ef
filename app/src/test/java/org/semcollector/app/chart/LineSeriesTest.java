package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.chart.LineSeries.Point;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.NearEnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineSeriesTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void aLineIsBrokenWhereValuesAreMissingOrNoNumbers() {
    LineSeries line = LineSeries.of(buckets(230, Double.NaN, 231, 232), Bucket::meanVoltageV, false, Locale.UK);
    assertEquals(List.of(1, 2), line.pieces().stream().map(List::size).toList());
    assertEquals(START.plusSeconds(1800), line.pieces().getFirst().getFirst().at());
    assertTrue(line.axis().min() > 200, "voltage needs no zero");
  }

  @Test
  void valuesAreFoundWithinTheirBucketOnly() {
    LineSeries line = LineSeries.of(buckets(230, Double.NaN), Bucket::meanVoltageV, true, Locale.UK);
    assertEquals(OptionalDouble.of(230), line.valueWithin(START, START.plusSeconds(3600)));
    assertTrue(line.valueWithin(START.plusSeconds(3600), START.plusSeconds(7200)).isEmpty());
    assertEquals(0, line.axis().min());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void thinningKeepsPeaksOrderAndTwoPointsPerColumn(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 20_000; i++)
      points.add(new Point(START.plusSeconds(i), random.nextDouble()));
    List<Point> thinned = LineThinner.thin(points, START, START.plusSeconds(20_000), 300);
    assertTrue(thinned.size() <= 600, "size " + thinned.size());
    assertEquals(points.stream().mapToDouble(Point::value).max(), thinned.stream().mapToDouble(Point::value).max());
    assertEquals(points.stream().mapToDouble(Point::value).min(), thinned.stream().mapToDouble(Point::value).min());
    for (int i = 1; i < thinned.size(); i++)
      assertTrue(thinned.get(i - 1).at().isBefore(thinned.get(i).at()));
  }

  @Test
  void fewPointsStayAsTheyAre() {
    List<Point> points = List.of(new Point(START, 1), new Point(START.plusSeconds(1), 2));
    assertSame(points, LineThinner.thin(points, START, START.plusSeconds(2), 100));
  }

  private static List<Bucket> buckets(double... volts) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < volts.length; i++) {
      OptionalDouble value = Double.isNaN(volts[i]) ? OptionalDouble.empty() : OptionalDouble.of(volts[i]);
      buckets.add(new Bucket(START.plus(Duration.ofHours(i)), START.plus(Duration.ofHours(i + 1)), 0,
          value.isPresent() ? Duration.ofHours(1) : Duration.ZERO, 1, NearEnd.of(value, value)));
    }
    return buckets;
  }
}
