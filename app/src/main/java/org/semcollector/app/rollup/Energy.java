package org.semcollector.app.rollup;

/// Shares of an energy that add up exactly.
///
/// Every share is a whole multiple of 2⁻³⁶ kWh (52 µJ, far below what a meter resolves). Such numbers are added without
/// rounding up to 131,072 kWh, so an hour, day and month view, a file and a picture show the same sum to the last digit,
/// in whatever order they add. Beyond that sums are rounded as all sums of floating-point numbers are.
final class Energy {
  static final double STEP_KWH = 0x1p-36;

  private Energy() {}

  /// The energy that counts for a reading: its own, on the grid.
  static double onGrid(double kwh) {
    return Math.rint(kwh / STEP_KWH) * STEP_KWH;
  }

  /// The part of an energy that flowed between two times of its period. Parts that follow each other add up to
  /// [#onGrid] of the whole.
  ///
  /// @param from ms after the start of the period
  /// @param to ms after the start of the period, at most `length`
  /// @param length of the period, ms
  static double share(double kwh, long from, long to, long length) {
    return until(kwh, to, length) - until(kwh, from, length);
  }

  private static double until(double kwh, long millis, long length) {
    return millis == length ? onGrid(kwh) : onGrid(kwh * millis / length);
  }
}
