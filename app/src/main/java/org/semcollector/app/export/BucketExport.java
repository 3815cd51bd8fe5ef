package org.semcollector.app.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;

/// Hours, days, weeks, months or years: the same numbers that the charts show. A bucket without readings has no energy,
/// not zero.
public final class BucketExport {
  public static final List<String> COLUMNS = List.of("meter", "from", "to", "energyKwh", "coverage", "readings",
      "meanVoltageV", "meanCurrentA", "maxActivePowerW", "name", "ct", "unit", "fromMillis", "toMillis", "zone",
      "meanPowerW", "minActivePowerW", "meanActivePowerW", "meanApparentPowerVa", "powerFactor", "outageSeconds",
      "uncertainFromSeconds", "uncertainToSeconds", "correction", "energyFactor", "scaledEnergyKwh");

  private BucketExport() {}

  /// Where the buckets of a meter come from.
  public interface Source {
    /// @param meter its place in the list
    /// @param channel one channel; empty = all summed
    List<Bucket> of(int meter, OptionalInt channel) throws StoreException;
  }

  /// The buckets of several meters as one table, held in memory for one meter at a time.
  ///
  /// @param channels what is wanted of each meter; a channel that a meter does not have is left out
  /// @param progress counts meters; asked to stop it leaves the table unfinished
  public static Rows write(List<ExportedMeter> meters, List<OptionalInt> channels, BucketUnit unit, Source source,
      RowWriter writer, Progress progress) throws IOException, StoreException {
    long count = 0;
    writer.begin(COLUMNS);
    for (int i = 0; i < meters.size(); i++) {
      progress.at(i, meters.size());
      for (OptionalInt channel : channels) {
        if (progress.cancelled())
          return new Rows(count, false);
        List<Bucket> found = source.of(i, channel);
        if (channel.isPresent() && found.stream().allMatch(Bucket::isGap))
          continue;
        write(meters.get(i), channel, unit, found, writer);
        count += found.size();
      }
    }
    writer.end();
    return new Rows(count, true);
  }

  /// One meter's buckets; `begin` and `end` of the writer are the caller's.
  ///
  /// @param meter its zone is the one whose days were counted; times carry its offset
  /// @param channel the channel they are of; empty = all summed
  public static void write(
      ExportedMeter meter, OptionalInt channel, BucketUnit unit, List<Bucket> buckets, RowWriter writer)
      throws IOException {
    String unitName = unit.name().toLowerCase(Locale.ROOT);
    for (Bucket bucket : buckets) {
      measured(meter, bucket, writer);
      writer.text(meter.name());
      if (channel.isPresent())
        writer.whole(channel.getAsInt());
      else
        writer.empty();
      writer.text(unitName);
      quality(meter, bucket, writer);
      writer.endRow();
    }
  }

  private static void measured(ExportedMeter meter, Bucket bucket, RowWriter writer) throws IOException {
    writer.text(meter.ssid().value());
    writer.local(bucket.from().toEpochMilli(), meter.zone());
    writer.local(bucket.to().toEpochMilli(), meter.zone());
    if (bucket.isGap())
      writer.empty();
    else
      writer.decimal(bucket.energyKwh());
    writer.decimal(Math.round(bucket.coverage() * 1e6) / 1e6);
    writer.whole(bucket.readings());
    Cells.optional(writer, bucket.meanVoltageV());
    Cells.optional(writer, bucket.meanCurrentA());
    Cells.optional(writer, bucket.maxActivePowerW());
  }

  private static void quality(ExportedMeter meter, Bucket bucket, RowWriter writer) throws IOException {
    writer.whole(bucket.from().toEpochMilli());
    writer.whole(bucket.to().toEpochMilli());
    writer.text(meter.zone().getId());
    Cells.optional(writer, bucket.meanPowerW());
    Cells.optional(writer, bucket.nearEnd().minActivePowerW());
    Cells.optional(writer, bucket.nearEnd().meanActivePowerW());
    Cells.optional(writer, bucket.nearEnd().meanApparentPowerVa());
    Cells.optional(writer, bucket.nearEnd().powerFactor());
    Cells.seconds(writer, bucket.outage());
    Cells.seconds(writer, bucket.atStart().width());
    Cells.seconds(writer, bucket.atEnd().width());
    writer.text(meter.corrections().all());
    Cells.optional(writer, meter.energyFactor());
    if (meter.energyFactor().isPresent() && !bucket.isGap())
      writer.decimal(bucket.energyKwh() * meter.energyFactor().getAsDouble());
  }
}
