package org.semcollector.protocol.simulator.thingsboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The database: one value per device, key and millisecond; a later write replaces an earlier one.
final class TimeSeriesStore {
  private static final int LONGEST_KEY = 255;
  /// The end of the year 9999; later stamps break the database's partitions.
  static final long LAST_TS = 253_402_300_799_999L;

  private static final Series EMPTY = new Series();

  private final Map<String, Series> series = new LinkedHashMap<>();
  private final Optional<Set<String>> kept;

  /// @param kept the only keys whose values are kept; empty for all
  TimeSeriesStore(Optional<Set<String>> kept) {
    this.kept = kept;
  }

  TimeSeriesStore copy() {
    var copy = new TimeSeriesStore(kept);
    series.forEach((key, values) -> copy.series.put(key, values.copy()));
    return copy;
  }

  /// Stores what can be stored and loses the rest without a word.
  void put(TelemetryRecord record) {
    if (record.ts() > LAST_TS)
      return;
    record.values().forEach((key, value) -> {
      if (isGoodKey(key) && (kept.isEmpty() || kept.get().contains(key))) {
        series.computeIfAbsent(key, _ -> new Series()).put(record.ts(), value);
      }
    });
  }

  static boolean isGoodKey(String key) {
    return !key.isEmpty() && key.length() <= LONGEST_KEY;
  }

  List<String> keys() {
    return List.copyOf(series.keySet());
  }

  /// The values of a key; not to be changed.
  Series series(String key) {
    return series.getOrDefault(key, EMPTY);
  }

  NavigableMap<Long, TelemetryValue> all(String key) {
    var all = new TreeMap<Long, TelemetryValue>();
    Series values = series(key);
    for (int i = 0; i < values.size(); i++) {
      all.put(values.stamp(i), values.value(i));
    }
    return all;
  }

  /// All values of all keys.
  int size() {
    return series.values().stream().mapToInt(Series::size).sum();
  }

  void delete(String key, long start, long end) {
    Series values = series.get(key);
    if (values != null && start < end) {
      values.remove(start, end);
    }
  }

  void deleteAll(String key) {
    series.remove(key);
  }
}
