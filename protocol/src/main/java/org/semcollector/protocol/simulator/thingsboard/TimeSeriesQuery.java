package org.semcollector.protocol.simulator.thingsboard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// `GET …/values/timeseries`: raw values newest first, or one aggregate per interval counted from `startTs`, stamped
/// with the middle of the interval.
///
/// @param end exclusive
/// @param interval ms; 0 for raw values
record TimeSeriesQuery(
    long start, long end, long interval, int limit, Aggregation aggregation, boolean ascending, boolean strictTypes) {
  static final int DEFAULT_LIMIT = 100;
  static final int MOST_INTERVALS = 700;

  enum Aggregation {
    NONE, COUNT, SUM, MIN, MAX, AVG
  }

  long intervals() {
    return aggregation == Aggregation.NONE ? 0 : (end - start + interval - 1) / interval;
  }

  /// The values of one key, as the server writes them.
  List<Json> run(TimeSeriesStore store, String key) {
    return aggregation == Aggregation.NONE ? raw(store.series(key)) : aggregates(store.series(key));
  }

  /// The newest value of a key, as answered when no times are given.
  static List<Json> latest(TimeSeriesStore store, String key, boolean strictTypes) {
    Series all = store.series(key);
    int last = all.size() - 1;
    return last < 0 ? List.of() : List.of(point(all.stamp(last), all.value(last), strictTypes));
  }

  private List<Json> raw(Series series) {
    int from = series.firstAt(start);
    int count = Math.max(0, series.firstAt(end) - from);
    return IntStream.range(0, Math.min(count, limit)).map(i -> ascending ? from + i : from + count - 1 - i)
        .mapToObj(i -> point(series.stamp(i), series.value(i), strictTypes)).toList();
  }

  private List<Json> aggregates(Series series) {
    var points = new ArrayList<Json>();
    for (long from = start; from < end; from += interval) {
      long to = Math.min(from + interval, end);
      Optional<TelemetryValue> value = aggregate(series, series.firstAt(from), series.firstAt(to));
      if (value.isPresent()) {
        points.add(point(from + (to - from) / 2, value.get(), strictTypes));
      }
    }
    return points;
  }

  private Optional<TelemetryValue> aggregate(Series series, int from, int to) {
    if (aggregation == Aggregation.COUNT)
      return to > from ? Optional.of(new TelemetryValue.Whole(to - from)) : Optional.empty();
    List<TelemetryValue> numbers = IntStream.range(from, to).mapToObj(series::value).filter(TelemetryValue::isNumber)
        .toList();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(aggregate(numbers));
  }

  private TelemetryValue aggregate(List<TelemetryValue> values) {
    boolean whole = values.stream().allMatch(TelemetryValue.Whole.class::isInstance);
    var numbers = values.stream().mapToDouble(TelemetryValue::asDouble);
    double result = switch (aggregation) {
      case NONE, COUNT -> values.size();
      case SUM -> numbers.sum();
      case MIN -> numbers.min().orElse(0);
      case MAX -> numbers.max().orElse(0);
      case AVG -> numbers.average().orElse(0);
    };
    return whole && aggregation != Aggregation.AVG
        ? new TelemetryValue.Whole((long) result)
        : new TelemetryValue.Real(result);
  }

  private static Json point(long ts, TelemetryValue value, boolean strictTypes) {
    return Json.obj("ts", ts, "value", strictTypes ? typed(value) : new Json.Text(value.text()));
  }

  private static Json typed(TelemetryValue value) {
    return switch (value) {
      case TelemetryValue.Whole(long number) -> Json.num(number);
      case TelemetryValue.Real(double number) -> new Json.Num(BigDecimal.valueOf(number));
      case TelemetryValue.Truth(boolean bool) -> new Json.Bool(bool);
      case TelemetryValue.Words(String text) -> new Json.Text(text);
      case TelemetryValue.Document(String json) -> new Json.Text(json);
    };
  }

  /// All keys, each with its values; keys without values are left out.
  static Json answer(Map<String, List<Json>> byKey) {
    var members = new LinkedHashMap<String, Json>();
    byKey.forEach((key, points) -> {
      if (!points.isEmpty()) {
        members.put(key, Json.arr(points));
      }
    });
    return new Json.Obj(members);
  }
}
