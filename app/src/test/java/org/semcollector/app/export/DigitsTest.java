package org.semcollector.app.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.protocol.thingsboard.PlainDecimal;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DigitsTest {
  private static final int MANY = 200_000;

  @ParameterizedTest
  @CsvSource({"1, 1.0", "0.1, 0.1", "-0.0, 0.0", "0, 0.0", "1e7, 10000000.0", "1.25e7, 12500000.0",
      "123456789.5, 123456789.5", "12345678901234567, 12345678901234568.0", "1e-3, 0.001", "9.99e-4, 0.000999",
      "-1.5e-7, -0.00000015", "1e21, 1000000000000000000000.0", "-2.5e10, -25000000000.0"})
  void doublesArePlain(double value, String text) {
    assertEquals(text, decimal(value));
  }

  @ParameterizedTest
  @CsvSource({"0.6125, 0.6125", "1e-9, 0.000000001", "1e9, 1000000000.0", "-3.4028235e38, "
      + "-340282350000000000000000000000000000000.0"})
  void floatsKeepTheirOwnShortestForm(float value, String text) {
    assertEquals(text, decimal(value));
  }

  @Test
  void theMarkIsTheOneAskedFor() {
    var into = new byte[ByteSink.ROOM];
    assertEquals("-1,5", text(into, Digits.decimal(into, 0, -1.5, ',')));
    assertEquals("0,0000001", text(into, Digits.decimal(into, 0, 1e-7f, ',')));
    assertEquals("10000000000,0", text(into, Digits.decimal(into, 0, 1e10, ',')));
    assertEquals("0,0", text(into, Digits.decimal(into, 0, 0f, ',')));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, -7, 10, 99, 100, -100, 1_700_003_603_450L, Long.MAX_VALUE, Long.MIN_VALUE,
      Long.MIN_VALUE + 1})
  void wholeNumbersAreThose(long value) {
    var into = new byte[ByteSink.ROOM];
    assertEquals(Long.toString(value), text(into, Digits.whole(into, 0, value)));
  }

  @Test
  void theExtremesFitTheRoom() {
    for (double value : new double[]{Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE,
        -Double.MIN_NORMAL})
      assertEquals(expected(Double.toString(value)), decimal(value));
    for (float value : new float[]{Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -Float.MIN_NORMAL})
      assertEquals(expected(Float.toString(value)), decimal(value));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void anyDoubleIsItsShortestDecimalAndReadsBackAsItself(int seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < MANY; i++) {
      double value = any(random);
      String text = decimal(value);
      assertEquals(expected(Double.toString(value)), text, () -> "seed " + seed);
      assertEquals(value == 0 ? 0.0 : value, Double.parseDouble(text));
      if (new BigDecimal(Double.toString(value)).scale() <= PlainDecimal.MOST_DECIMALS)
        assertEquals(PlainDecimal.of(value), text);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void anyFloatIsItsShortestDecimalAndReadsBackAsItself(int seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < MANY; i++) {
      float value = (i & 1) == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) any(random);
      if (!Float.isFinite(value))
        continue;
      String text = decimal(value);
      assertEquals(expected(Float.toString(value)), text, () -> "seed " + seed);
      assertEquals(value == 0 ? 0f : value, Float.parseFloat(text));
      if (new BigDecimal(Float.toString(value)).scale() <= PlainDecimal.MOST_DECIMALS)
        assertEquals(PlainDecimal.of(value), text);
    }
  }

  /// Any bits, and numbers as meters send them.
  private static double any(SplittableRandom random) {
    double value = switch (random.nextInt(3)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextInt(-100_000, 100_000) / 1000.0;
      default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(-40, 60));
    };
    return Double.isFinite(value) ? value : 1;
  }

  private static String expected(String shortest) {
    BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
    return (exact.scale() < 1 ? exact.setScale(1) : exact).toPlainString();
  }

  private static String decimal(double value) {
    var into = new byte[ByteSink.ROOM];
    return text(into, Digits.decimal(into, 0, value, '.'));
  }

  private static String decimal(float value) {
    var into = new byte[ByteSink.ROOM];
    return text(into, Digits.decimal(into, 0, value, '.'));
  }

  private static String text(byte[] from, int length) {
    return new String(from, 0, length, StandardCharsets.US_ASCII);
  }
}
