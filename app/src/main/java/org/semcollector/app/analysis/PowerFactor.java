package org.semcollector.app.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.protocol.reading.Reading;

/// Active over apparent power. A meter keeps both from the last seconds of each save period, so these are samples: one
/// of each period, not a mean over it.
///
/// @param mean sum of active over sum of apparent powers: samples with more load weigh more, idle ones nothing; empty
///     without apparent power
/// @param lowest of one sample that drew at least [#LOADED_VA], empty without one
/// @param lowShare share of those samples below the limit, 0 to 1
/// @param limit below it a sample counts as low
/// @param samples with finite powers
/// @param left samples left out because a power was not finite or negative
public record PowerFactor(
    OptionalDouble mean,
    OptionalDouble lowest,
    double lowShare,
    double limit,
    int samples,
    int left) {
  /// Below this apparent power the factor of one sample is mostly noise, VA.
  public static final double LOADED_VA = 10;

  /// The power factor of some readings. For several channels: active over arithmetic apparent power, the sum of the
  /// channels' apparent powers (IEEE Std 1459-2010, arithmetic apparent power).
  ///
  /// @param readings any order
  /// @param channel only this one; empty = all
  /// @param limit what is low: 0.9 by many network operators
  public static PowerFactor of(List<Reading> readings, OptionalInt channel, double limit) {
    var sums = new Sums(limit);
    for (Reading reading : readings) {
      if (channel.isEmpty() || channel.getAsInt() == reading.channel())
        sums.add(reading);
    }
    return sums.result();
  }

  /// The power factor over hours, each one sample: the means of what its readings said, weighted by measured time.
  ///
  /// @param hours hourly buckets of one channel or of all; those without powers are left out
  public static PowerFactor of(List<Bucket> hours, double limit) {
    var sums = new Sums(limit);
    for (Bucket hour : hours) {
      if (!hour.isGap())
        sums.add(hour.nearEnd().meanActivePowerW().orElse(Double.NaN),
            hour.nearEnd().meanApparentPowerVa().orElse(Double.NaN), (double) hour.covered().toMillis());
    }
    return sums.result();
  }

  /// Adds readings up one by one, for series that do not fit in memory.
  public static final class Sums {
    private final double limit;
    private double activeW;
    private double apparentVa;
    private double lowest = Double.POSITIVE_INFINITY;
    private int low;
    private int loaded;
    private int samples;
    private int left;

    public Sums(double limit) {
      this.limit = limit;
    }

    public void add(Reading reading) {
      add(reading.activePowerW(), reading.apparentPowerVa(), 1);
    }

    private void add(double active, double apparent, double weight) {
      if (!Double.isFinite(active) || !Double.isFinite(apparent) || apparent < 0) {
        left++;
        return;
      }
      samples++;
      activeW += active * weight;
      apparentVa += apparent * weight;
      if (apparent >= LOADED_VA) {
        loaded++;
        lowest = Math.min(lowest, active / apparent);
        low += active / apparent < limit ? 1 : 0;
      }
    }

    public PowerFactor result() {
      return new PowerFactor(apparentVa > 0 ? OptionalDouble.of(activeW / apparentVa) : OptionalDouble.empty(),
          loaded > 0 ? OptionalDouble.of(lowest) : OptionalDouble.empty(), loaded > 0 ? (double) low / loaded : 0,
          limit,
          samples, left);
    }
  }
}
