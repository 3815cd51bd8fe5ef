package org.semcollector.app.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.export.RowWriter.Cell;
import org.semcollector.app.rollup.Bucket;

/// Hours, days or months: the same numbers that the charts show. A bucket without readings has no energy, not zero.
public final class BucketExport {
  public static final List<String> COLUMNS = List.of("meter", "from", "to", "energyKwh", "coverage", "readings",
      "meanVoltageV", "meanCurrentA", "maxActivePowerW");

  private BucketExport() {}

  /// One meter's buckets; `begin` and `end` of the writer are the caller's.
  ///
  /// @param zone whose days were counted; times carry its offset
  public static void write(String meter, List<Bucket> buckets, ZoneId zone, RowWriter writer) {
    for (Bucket bucket : buckets) {
      writer.row(List.of(new Cell.Text(meter), time(bucket.from(), zone), time(bucket.to(), zone),
          bucket.isGap() ? Cell.EMPTY : ReadingExport.decimal(bucket.energyKwh()),
          ReadingExport.decimal(Math.round(bucket.coverage() * 1e6) / 1e6), ReadingExport.whole(bucket.readings()),
          optional(bucket.meanVoltageV()), optional(bucket.meanCurrentA()), optional(bucket.maxActivePowerW())));
    }
  }

  private static Cell time(Instant instant, ZoneId zone) {
    return new Cell.Text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
  }

  private static Cell optional(OptionalDouble value) {
    return value.isPresent() ? ReadingExport.decimal(value.getAsDouble()) : Cell.EMPTY;
  }
}
