package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;

/// "--from" and "--to", either of which may be open.
///
/// @param range from the beginning or to the end of time where a side is open
record ExportRange(Range range, boolean openStart, boolean openEnd) {
  private static final Duration LONGEST_PERIOD = Duration.ofHours(1);

  static ExportRange of(@Nullable String from, @Nullable String to, ZoneId where) throws CliException {
    Instant start = from == null ? Range.ALL.from() : TimeOption.instant(from, where);
    Instant end = to == null ? Range.ALL.to() : TimeOption.instant(to, where);
    if (!start.isBefore(end))
      throw new CliException(ExitCode.USAGE, "--from must be before --to.");
    return new ExportRange(new Range(start, end), from == null, to == null);
  }

  /// Buckets of a meter. An open side ends where the meter's readings do, not at the end of time.
  List<Bucket> buckets(BucketSource source, MeterRow meter, OptionalInt channel, BucketUnit unit, ZoneId where)
      throws StoreException {
    Instant start = openStart
        ? meter.firstMeasuredAt().orElse(range.from()).minus(LONGEST_PERIOD)
        : range.from();
    Instant end = openEnd ? meter.lastMeasuredAt().orElse(range.from()).plusMillis(1) : range.to();
    if (meter.readings() == 0 || !start.isBefore(end))
      return List.of();
    var found = new ArrayList<>(source.buckets(meter.ssid(), channel, unit, new Range(start, end), where));
    while (openStart && !found.isEmpty() && isEmpty(found.getFirst()))
      found.removeFirst();
    while (openEnd && !found.isEmpty() && isEmpty(found.getLast()))
      found.removeLast();
    return found;
  }

  private static boolean isEmpty(Bucket candidate) {
    return candidate.isGap() && candidate.readings() == 0;
  }
}
