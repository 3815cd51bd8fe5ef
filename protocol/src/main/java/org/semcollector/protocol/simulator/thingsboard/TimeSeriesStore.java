package org.semcollector.protocol.simulator.thingsboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The database: one value per device, key and millisecond; a later write replaces an earlier one.
final class TimeSeriesStore {
  private static final int LONGEST_KEY = 255;
  /// The end of the year 9999; later stamps break the database's partitions.
  static final long LAST_TS = 253_402_300_799_999L;

  private final Map<String, TreeMap<Long, TelemetryValue>> series = new LinkedHashMap<>();

  TimeSeriesStore copy() {
    var copy = new TimeSeriesStore();
    series.forEach((key, values) -> copy.series.put(key, new TreeMap<>(values)));
    return copy;
  }

  /// Stores what can be stored and loses the rest without a word.
  void put(TelemetryRecord record) {
    if (record.ts() > LAST_TS)
      return;
    record.values().forEach((key, value) -> {
      if (isGoodKey(key)) {
        series.computeIfAbsent(key, _ -> new TreeMap<>()).put(record.ts(), value);
      }
    });
  }

  static boolean isGoodKey(String key) {
    return !key.isEmpty() && key.length() <= LONGEST_KEY;
  }

  List<String> keys() {
    return List.copyOf(series.keySet());
  }

  /// The values from `start` (inclusive) to `end` (exclusive).
  NavigableMap<Long, TelemetryValue> range(String key, long start, long end) {
    TreeMap<Long, TelemetryValue> all = series.getOrDefault(key, new TreeMap<>());
    return start >= end ? new TreeMap<>() : new TreeMap<>(all.subMap(start, true, end, false));
  }

  NavigableMap<Long, TelemetryValue> all(String key) {
    return new TreeMap<>(series.getOrDefault(key, new TreeMap<>()));
  }

  /// All values of all keys.
  int size() {
    return series.values().stream().mapToInt(Map::size).sum();
  }

  void delete(String key, long start, long end) {
    TreeMap<Long, TelemetryValue> values = series.get(key);
    if (values != null && start < end) {
      values.subMap(start, true, end, false).clear();
    }
  }

  void deleteAll(String key) {
    series.remove(key);
  }
}
