package org.semcollector.protocol.thingsboard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A number as the shortest plain decimal that reads back as itself: "5.0", "0.6125", never "5" or "7E-6".
///
/// Always with a decimal point, so that a server never takes one value of a key for an integer; never with an exponent;
/// never with more than 16 decimals, beyond which ThingsBoard stores text.
public final class PlainDecimal {
  /// More decimals than this and ThingsBoard stores the number as text.
  public static final int MOST_DECIMALS = 16;

  private PlainDecimal() {}

  /// @throws IllegalArgumentException when the value is not finite
  public static String of(float value) {
    return ofDigits(value, Float.toString(value));
  }

  /// @throws IllegalArgumentException when the value is not finite
  public static String of(double value) {
    return ofDigits(value, Double.toString(value));
  }

  private static String ofDigits(double value, String shortest) {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException("not a finite number: " + shortest);
    if (isPlain(shortest))
      return value == 0 ? "0.0" : shortest;
    BigDecimal exact = new BigDecimal(shortest);
    BigDecimal shown = exact.scale() > MOST_DECIMALS ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : exact;
    BigDecimal stripped = shown.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }

  // Java writes everyday numbers as they are wanted here.
  private static boolean isPlain(String shortest) {
    return shortest.indexOf('E') < 0 && shortest.length() - shortest.indexOf('.') - 1 <= MOST_DECIMALS;
  }
}
