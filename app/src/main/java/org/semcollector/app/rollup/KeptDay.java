package org.semcollector.app.rollup;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is kept of one day of a meter.
///
/// @param sums of each channel, and of all under [#ALL] where there is more than one
/// @param hours the same in hours; empty when hours are made from readings
record KeptDay(SortedMap<Integer, Sums> sums, SortedMap<Integer, SumsSeries> hours) {
  /// Stands for all channels summed.
  static final int ALL = 0;

  KeptDay {
    sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
  }

  boolean hasHours() {
    return !hours.isEmpty();
  }

  /// Of one channel, or of all summed.
  Sums sums(OptionalInt channel) {
    return sums.getOrDefault(channel.orElse(sums.size() == 1 ? sums.firstKey() : ALL), Sums.NOTHING);
  }

  /// As [#sums], in hours.
  SumsSeries hours(OptionalInt channel) {
    return hours.getOrDefault(channel.orElse(sums.size() == 1 ? sums.firstKey() : ALL), new SumsSeries());
  }
}
