package org.semcollector.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      # low, high, intervals, ticks
      0,   1.74, 4, 0.0|0.5|1.0|1.5|2.0
      0,   24.4, 4, 0|10|20|30
      0,   1,    4, 0.0|0.5|1.0
      232, 236.9,3, 232|234|236|238
      0,   0.03, 4, 0.00|0.01|0.02|0.03
      0,   0,    4, 0.0|0.5|1.0
      -3,  3,    3, -4|-2|0|2|4
      """)
  void ticksAreRoundAndHoldTheValues(double low, double high, int intervals, String labels) {
    List<String> ticks = Axis.covering(low, high, intervals, Locale.UK).ticks().stream().map(Axis.Tick::label).toList();
    assertEquals(List.of(labels.split("\\|")), ticks);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyRangeIsHeldByFewTicks(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      double low = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-3, 6));
      double high = low + random.nextDouble(1e-3, 1) * Math.pow(10, random.nextInt(-2, 6));
      Axis axis = Axis.covering(low, high, 4, Locale.ROOT);
      double slack = 1e-6 * (axis.max() - axis.min());
      assertTrue(axis.min() <= low + slack && axis.max() >= high - slack, low + ".." + high + " in " + axis);
      assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= 7, axis.toString());
    }
  }

  @Test
  void numbersFollowTheLanguage() {
    assertEquals("0,5", Axis.covering(0, 1, 4, Locale.GERMANY).ticks().get(1).label());
  }

  @Test
  void valuesThatAreNoNumbersStillGiveAnAxis() {
    assertEquals(0, Axis.covering(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3, Locale.UK).min());
  }
}
