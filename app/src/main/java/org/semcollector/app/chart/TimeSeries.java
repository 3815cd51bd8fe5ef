package org.semcollector.app.chart;

import java.util.Arrays;

/// Values at times, as many as memory holds, of which any stretch tells its lowest and highest value at once: on top of
/// the values lies a pyramid whose every level keeps both for sixteen entries of the level below.
///
/// A value that is not a number breaks the line: nothing was measured there.
public final class TimeSeries {
  private static final int FAN = 16;
  private static final int SHIFT = 4;

  private final long[] times;
  private final float[] values;
  private final float[][] lows;
  private final float[][] highs;

  private TimeSeries(long[] times, float[] values) {
    this.times = times;
    this.values = values;
    int levels = 0;
    for (int n = values.length; n > FAN; n = entries(n))
      levels++;
    lows = new float[levels][];
    highs = new float[levels][];
    for (int level = 0; level < levels; level++)
      build(level);
  }

  /// A series of some points.
  ///
  /// @param times ms since 1970, ascending
  /// @param values one for each time; NaN = nothing measured
  /// @throws IllegalArgumentException when they differ in number or times go back
  public static TimeSeries of(long[] times, float[] values) {
    if (times.length != values.length)
      throw new IllegalArgumentException(times.length + " times, " + values.length + " values");
    for (int i = 1; i < times.length; i++)
      if (times[i] < times[i - 1])
        throw new IllegalArgumentException("times go back at " + i);
    return new TimeSeries(times.clone(), values.clone());
  }

  public int size() {
    return values.length;
  }

  /// The time of a point, ms since 1970.
  public long time(int index) {
    return times[index];
  }

  /// The value of a point; NaN where nothing was measured.
  public float value(int index) {
    return values[index];
  }

  /// The first point at or after a time; [#size] when there is none.
  public int firstAt(long time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  /// The measured point nearest to a time, -1 when there is none within a distance.
  ///
  /// @param within ms
  public int nearest(long time, long within) {
    int right = firstAt(time);
    int left = right - 1;
    while (right < values.length && Float.isNaN(values[right]) && times[right] - time <= within)
      right++;
    while (left >= 0 && Float.isNaN(values[left]) && time - times[left] <= within)
      left--;
    long after = right < values.length && !Float.isNaN(values[right]) ? times[right] - time : Long.MAX_VALUE;
    long before = left >= 0 && !Float.isNaN(values[left]) ? time - times[left] : Long.MAX_VALUE;
    if (Math.min(after, before) > within)
      return -1;
    return before <= after ? left : right;
  }

  /// The lowest value from `start` to before `end`; positive infinity when none was measured.
  public float low(int start, int end) {
    return extreme(start, end, true);
  }

  /// The highest value from `start` to before `end`; negative infinity when none was measured.
  public float high(int start, int end) {
    return extreme(start, end, false);
  }

  private float extreme(int start, int end, boolean lowest) {
    float result = lowest ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    int from = Math.max(0, start);
    int to = Math.min(values.length, end);
    float[] row = values;
    for (int level = -1; from < to; level++) {
      if (level >= 0)
        row = lowest ? lows[level] : highs[level];
      boolean top = level + 1 >= lows.length;
      while (from < to && (top || (from & (FAN - 1)) != 0))
        result = merge(result, row[from++], lowest);
      while (from < to && (to & (FAN - 1)) != 0)
        result = merge(result, row[--to], lowest);
      from >>= SHIFT;
      to >>= SHIFT;
    }
    return result;
  }

  private static float merge(float so, float value, boolean lowest) {
    if (Float.isNaN(value))
      return so;
    return lowest ? Math.min(so, value) : Math.max(so, value);
  }

  private void build(int level) {
    float[] lowBelow = level == 0 ? values : lows[level - 1];
    float[] highBelow = level == 0 ? values : highs[level - 1];
    int count = entries(lowBelow.length);
    lows[level] = new float[count];
    highs[level] = new float[count];
    Arrays.fill(lows[level], Float.POSITIVE_INFINITY);
    Arrays.fill(highs[level], Float.NEGATIVE_INFINITY);
    for (int i = 0; i < lowBelow.length; i++) {
      int entry = i >> SHIFT;
      lows[level][entry] = merge(lows[level][entry], lowBelow[i], true);
      highs[level][entry] = merge(highs[level][entry], highBelow[i], false);
    }
  }

  private static int entries(int below) {
    return (below + FAN - 1) >> SHIFT;
  }
}
