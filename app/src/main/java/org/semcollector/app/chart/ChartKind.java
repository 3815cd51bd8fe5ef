package org.semcollector.app.chart;

/// What the Charts screen can show of some meters over some time.
public enum ChartKind {
  /// Energy in bars.
  ENERGY,
  /// Shares of meters.
  SHARE,
  /// Current and voltage in lines.
  CURRENT_VOLTAGE,
  /// Power and power factor in lines.
  POWER,
  /// Power by hour and day.
  HEAT_MAP,
  /// Power by hour and day of the week.
  WEEK_MAP,
  /// For what share of the time a power was exceeded.
  DURATION,
  /// The mean day.
  PROFILE;

  /// Whether it is drawn from single readings; else from buckets.
  public boolean needsReadings() {
    return this == CURRENT_VOLTAGE || this == POWER;
  }

  /// Whether its buckets can be chosen.
  public boolean hasBuckets() {
    return this == ENERGY;
  }

  /// Whether it can stand beside an earlier time.
  public boolean canCompare() {
    return this == ENERGY;
  }

  /// Whether the phases of a meter can be shown apart.
  public boolean canSplit() {
    return this == ENERGY || this == CURRENT_VOLTAGE || this == POWER || this == DURATION;
  }

  /// Whether it has an axis of time that marks can stand on.
  public boolean hasMarks() {
    return this == ENERGY || needsReadings();
  }
}
