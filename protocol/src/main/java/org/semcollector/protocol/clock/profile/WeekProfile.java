package org.semcollector.protocol.clock.profile;

import java.util.Arrays;

/// What a channel shows at any half-hour: a mean, plus the hour of the day, plus weekday or weekend, plus the day of the
/// week, plus what is peculiar to these weeks. Each part explains what the parts before it left, and only as far as
/// enough data speak for it.
final class WeekProfile {
  private static final double DAY_PRIOR = 2;

  private final LocalCells cells;
  private final Tuning tuning;
  private final double[] weight;
  private final double[] rest;
  private final double[] value;

  /// How much data, in hours, each part needs before it is half believed.
  ///
  /// @param weekendPrior for weekday against weekend
  /// @param weekdayPrior for each day of the week
  /// @param recentPrior for the weeks around
  /// @param recentDays how far "around" reaches, days
  record Tuning(double weekendPrior, double weekdayPrior, double recentPrior, double recentDays) {}

  private WeekProfile(LocalCells cells, Tuning tuning) {
    this.cells = cells;
    this.tuning = tuning;
    int size = cells.days() * LocalCells.SLOTS;
    weight = new double[size];
    rest = new double[size];
    value = new double[size];
  }

  /// The expected value at the middle of each cell.
  static double[] fit(Observations seen, LocalCells cells, Tuning tuning) {
    return new WeekProfile(cells, tuning).fit(seen);
  }

  private double[] fit(Observations seen) {
    double weights = 0;
    double sums = 0;
    for (int i = 0; i < seen.size(); i++) {
      // what was added and taken away again leaves rounding errors
      double w = Math.max(0, seen.weight(i));
      weight[cells.local(i)] += w;
      rest[cells.local(i)] += seen.sum(i);
      weights += w;
      sums += seen.sum(i);
    }
    double mean = weights > 1e-6 ? sums / weights : 0;
    Arrays.fill(value, mean);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= weight[i] * mean;
    }
    addDays(new int[7], DAY_PRIOR);
    addDays(new int[]{0, 0, 0, 0, 0, 1, 1}, tuning.weekendPrior());
    addDays(new int[]{0, 1, 2, 3, 4, 5, 6}, tuning.weekdayPrior());
    addRecent();
    return Arrays.stream(cellIndices()).mapToDouble(i -> value[i]).toArray();
  }

  private int[] cellIndices() {
    var indices = new int[cells.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = cells.local(i);
    }
    return indices;
  }

  /// @param groupOfWeekday which weekdays share a shape
  private void addDays(int[] groupOfWeekday, double prior) {
    int slots = LocalCells.SLOTS;
    var groupWeight = new double[7 * slots];
    var groupRest = new double[7 * slots];
    for (int day = 0; day < cells.days(); day++) {
      int group = groupOfWeekday[cells.weekday(day)] * slots;
      for (int slot = 0; slot < slots; slot++) {
        groupWeight[group + slot] += weight[day * slots + slot];
        groupRest[group + slot] += rest[day * slots + slot];
      }
    }
    var shape = new double[7 * slots];
    for (int group = 0; group < 7 * slots; group += slots) {
      for (int slot = 0; slot < slots; slot++) {
        shape[group + slot] = blurred(groupRest, group, slot) / (blurred(groupWeight, group, slot) + prior);
      }
    }
    for (int day = 0; day < cells.days(); day++) {
      int group = groupOfWeekday[cells.weekday(day)] * slots;
      for (int slot = 0; slot < slots; slot++) {
        int i = day * slots + slot;
        value[i] += shape[group + slot];
        rest[i] -= weight[i] * shape[group + slot];
      }
    }
  }

  /// A slot and half of its neighbours, around the clock: sums over an hour.
  private static double blurred(double[] sums, int group, int slot) {
    int slots = LocalCells.SLOTS;
    return sums[group + slot]
        + (sums[group + (slot + 1) % slots] + sums[group + (slot + slots - 1) % slots]) / 2;
  }

  private void addRecent() {
    int slots = LocalCells.SLOTS;
    int days = cells.days();
    double fade = Math.exp(-1 / tuning.recentDays());
    var nearWeight = new double[days];
    var nearRest = new double[days];
    for (int slot = 0; slot < slots; slot++) {
      double w = 0;
      double r = 0;
      for (int day = 0; day < days; day++) {
        nearWeight[day] = w;
        nearRest[day] = r;
        w = (w + alongTime(weight, day * slots + slot)) * fade;
        r = (r + alongTime(rest, day * slots + slot)) * fade;
      }
      w = 0;
      r = 0;
      for (int day = days - 1; day >= 0; day--) {
        w += alongTime(weight, day * slots + slot);
        r += alongTime(rest, day * slots + slot);
        value[day * slots + slot] += (nearRest[day] + r) / (nearWeight[day] + w + tuning.recentPrior());
        w *= fade;
        r *= fade;
      }
    }
  }

  private static double alongTime(double[] sums, int i) {
    return sums[i] + ((i > 0 ? sums[i - 1] : 0) + (i + 1 < sums.length ? sums[i + 1] : 0)) / 2;
  }
}
