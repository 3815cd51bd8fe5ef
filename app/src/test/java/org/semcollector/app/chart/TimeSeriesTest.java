package org.semcollector.app.chart;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimeSeriesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 255, 256, 257, 5000})
  void thePyramidSaysWhatAPlainSearchSays(int size) {
    SplittableRandom random = new SplittableRandom(size + 7L);
    float[] values = new float[size];
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(-5, 5);
      times[i] = i * 1000L;
    }
    TimeSeries series = TimeSeries.of(times, values);
    for (int round = 0; round < 300; round++) {
      int from = random.nextInt(-3, size + 3);
      int to = random.nextInt(from, size + 4);
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = Math.max(0, from); i < Math.min(size, to); i++) {
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
      }
      assertEquals(low, series.low(from, to), "from " + from + " to " + to);
      assertEquals(high, series.high(from, to), "from " + from + " to " + to);
    }
  }

  @Test
  void timesAreFoundAndGapsAreNoPoints() {
    TimeSeries series = TimeSeries.of(new long[]{10, 20, 30, 40}, new float[]{1, Float.NaN, 3, 4});
    assertEquals(0, series.firstAt(5));
    assertEquals(1, series.firstAt(11));
    assertEquals(4, series.firstAt(41));
    assertEquals(2, series.nearest(22, 100));
    assertEquals(0, series.nearest(18, 100));
    assertEquals(-1, series.nearest(20, 5));
    assertEquals(3, series.nearest(1000, 960));
  }

  @Test
  void timesThatGoBackAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TimeSeries.of(new long[]{2, 1}, new float[]{0, 0}));
    assertThrows(IllegalArgumentException.class, () -> TimeSeries.of(new long[]{2}, new float[]{0, 0}));
  }
}
