package org.semcollector.protocol.thingsboard;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlainDecimalTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      5,                     5.0
      0,                     0.0
      -0.0,                  0.0
      -1.5,                  -1.5
      1e7,                   10000000.0
      7e-6,                  0.000007
      0.1,                   0.1
      0.30000000000000004,   0.3
      0.12345678901234567,   0.1234567890123457
      1e-16,                 0.0000000000000001
      1e-17,                 0.0
      -1e-20,                0.0
      1e22,                  10000000000000000000000.0
      """)
  void doubleIsWrittenPlain(double value, String plain) {
    assertEquals(plain, PlainDecimal.of(value));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      0.6125,        0.6125
      229.75,        229.75
      16777216,      16777216.0
      1e-7,          0.0000001
      3.4028235e38,  340282350000000000000000000000000000000.0
      1.4e-45,       0.0
      """)
  void floatKeepsItsOwnDigits(float value, String plain) {
    assertEquals(plain, PlainDecimal.of(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> PlainDecimal.of(value));
    assertThrows(IllegalArgumentException.class, () -> PlainDecimal.of((float) value));
  }

  @Test
  void floatOfOrdinarySizeReadsBackAsItself() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value) && (value == 0 || Math.abs(value) >= 1e-7f)) {
        assertEquals(value, Float.parseFloat(PlainDecimal.of(value)), 0f);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void neverAnExponentNorMoreThanSixteenDecimals(int seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value))
        continue;
      String plain = PlainDecimal.of(value);
      assertTrue(plain.matches("-?(0|[1-9][0-9]*)\\.[0-9]{1,16}"), plain);
      assertEquals(value, Double.parseDouble(plain), 0.5e-16 + Math.ulp(value));
    }
  }
}
