package org.semcollector.protocol.thingsboard;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TelemetryBatcherTest {
  @Test
  void noPointsNeedNoRequest() {
    assertEquals(List.of(), TelemetryBatcher.STANDARD.batches(List.of()));
  }

  @Test
  void fullMeterGoesInRequestsOfAThousandUnderAMegabyte() {
    List<TelemetryPoint> points = TestPoints.any(new SplittableRandom(1), 2_500);
    List<TelemetryBatch> batches = TelemetryBatcher.STANDARD.batches(points);
    assertEquals(List.of(1_000, 1_000, 500), batches.stream().map(batch -> batch.points().size()).toList());
    for (TelemetryBatch batch : batches) {
      assertTrue(batch.body().length() <= 900_000);
    }
  }

  @Test
  void pointLongerThanTheLimitGoesAlone() {
    List<TelemetryPoint> points = TestPoints.any(new SplittableRandom(2), 3);
    assertEquals(3, new TelemetryBatcher(10, 1).batches(points).size());
  }

  @Test
  void limitsMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new TelemetryBatcher(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new TelemetryBatcher(1, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void batchesConcatenateToTheInputAndFillTheirLimits(int seed) {
    var random = new SplittableRandom(seed);
    List<TelemetryPoint> points = TestPoints.any(random, random.nextInt(200));
    var batcher = new TelemetryBatcher(random.nextInt(1, 50), random.nextInt(1_000, 8_000));
    List<TelemetryBatch> batches = batcher.batches(points);
    assertEquals(points, batches.stream().flatMap(batch -> batch.points().stream()).toList());
    for (int i = 0; i < batches.size(); i++) {
      int bytes = batches.get(i).body().length();
      int size = batches.get(i).points().size();
      assertTrue(size <= batcher.mostPoints() && bytes <= batcher.mostBytes());
      if (i + 1 < batches.size() && size < batcher.mostPoints()) {
        int next = TelemetryBatch.of(batches.get(i + 1).points().subList(0, 1)).body().length() - 2;
        assertTrue(bytes + 1 + next > batcher.mostBytes(), "the next point would have fitted");
      }
    }
  }
}
