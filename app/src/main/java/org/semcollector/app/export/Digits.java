package org.semcollector.app.export;

/// Numbers as ASCII digits in plain notation: the shortest decimal that reads back as the same number, always with a
/// decimal mark, never with an exponent.
///
/// Which digits those are is left to [Float#toString] and [Double#toString], which find the shortest ones (JDK 19 and
/// later); here they are only moved to where the exponent says. Made for millions of numbers: no big decimals.
final class Digits {
  private static final long FEW_DIGITS = 100_000_000_000_000L;

  private Digits() {}

  /// Writes a whole number.
  ///
  /// @return the place after it
  static int whole(byte[] into, int at, long value) {
    if (value == Long.MIN_VALUE)
      return copy(into, at, "-9223372036854775808");
    int place = at;
    long rest = value;
    if (rest < 0) {
      into[place++] = '-';
      rest = -rest;
    }
    int end = place + length(rest);
    for (int i = end - 1; i >= place; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  /// Writes a number of two digits or more.
  static int padded(byte[] into, int at, int value, int digits) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  /// Writes a finite number.
  ///
  /// @param mark the decimal mark
  /// @return the place after it, at most 60 further
  static int decimal(byte[] into, int at, float value, char mark) {
    return value == 0 ? zero(into, at, mark) : plain(into, at, Float.toString(value), mark);
  }

  /// Writes a finite number.
  ///
  /// @return the place after it, at most 350 further
  static int decimal(byte[] into, int at, double value, char mark) {
    if (value == 0)
      return zero(into, at, mark);
    long thousandths = Math.round(value * 1000);
    // of all decimals with so few digits only one reads back as this number, and none is shorter
    return Math.abs(thousandths) < FEW_DIGITS && thousandths / 1000.0 == value
        ? thousandths(into, at, thousandths, mark)
        : plain(into, at, Double.toString(value), mark);
  }

  private static int thousandths(byte[] into, int at, long value, char mark) {
    int place = at;
    if (value < 0)
      into[place++] = '-';
    long size = Math.abs(value);
    place = whole(into, place, size / 1000);
    into[place++] = (byte) mark;
    int end = padded(into, place, (int) (size % 1000), 3);
    while (end > place + 1 && into[end - 1] == '0')
      end--;
    return end;
  }

  /// Zero has no sign.
  private static int zero(byte[] into, int at, char mark) {
    into[at] = '0';
    into[at + 1] = (byte) mark;
    into[at + 2] = '0';
    return at + 3;
  }

  private static int plain(byte[] into, int at, String shortest, char mark) {
    int length = shortest.length();
    for (int i = 0; i < length; i++) {
      char c = shortest.charAt(i);
      if (c == 'E')
        return moved(into, at, shortest, i, mark);
      into[at + i] = (byte) (c == '.' ? mark : c);
    }
    return at + length;
  }

  /// "-1.25E-4": the digits 125 with the mark moved by the exponent.
  private static int moved(byte[] into, int at, String shortest, int exponentAt, char mark) {
    int exponent = Integer.parseInt(shortest, exponentAt + 1, shortest.length(), 10);
    int place = at;
    int first = 0;
    if (shortest.charAt(0) == '-') {
      into[place++] = '-';
      first = 1;
    }
    // one digit, the mark, one digit or more, of which a single 0 says nothing
    int decimals = exponentAt - first - 2;
    if (decimals == 1 && shortest.charAt(first + 2) == '0')
      decimals = 0;
    return exponent < 0
        ? small(into, place, shortest, first, decimals, -exponent, mark)
        : large(into, place, shortest, first, decimals, exponent, mark);
  }

  private static int small(
      byte[] into, int at, String shortest, int first, int decimals, int zeros, char mark) {
    int place = at;
    into[place++] = '0';
    into[place++] = (byte) mark;
    for (int i = 1; i < zeros; i++)
      into[place++] = '0';
    for (int i = 0; i <= decimals; i++)
      into[place++] = digit(shortest, first, i);
    return place;
  }

  private static int large(
      byte[] into, int at, String shortest, int first, int decimals, int exponent, char mark) {
    int place = at;
    for (int i = 0; i <= exponent; i++)
      into[place++] = i <= decimals ? digit(shortest, first, i) : (byte) '0';
    into[place++] = (byte) mark;
    if (decimals <= exponent)
      into[place++] = '0';
    for (int i = exponent + 1; i <= decimals; i++)
      into[place++] = digit(shortest, first, i);
    return place;
  }

  /// The i-th digit of "d.ddd", starting at `first`.
  private static byte digit(String shortest, int first, int i) {
    return (byte) shortest.charAt(first + (i == 0 ? 0 : i + 1));
  }

  private static int length(long positive) {
    int digits = 1;
    for (long rest = positive; rest >= 10; rest /= 10)
      digits++;
    return digits;
  }

  private static int copy(byte[] into, int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++)
      into[at + i] = (byte) ascii.charAt(i);
    return at + ascii.length();
  }
}
