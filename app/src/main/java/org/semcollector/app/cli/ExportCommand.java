package org.semcollector.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.export.BucketExport;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.JsonWriter;
import org.semcollector.app.export.ReadingExport;
import org.semcollector.app.export.RowWriter;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Readings or buckets as CSV or JSON; what the charts show is what you get.")
final class ExportCommand extends SemCommand {
  private static final Duration LONGEST_PERIOD = Duration.ofHours(1);

  /// How fine.
  enum Grain {
    RAW, HOUR, DAY, MONTH
  }

  /// File formats.
  enum Format {
    CSV, JSON
  }

  @Option(names = "--meter", paramLabel = "SSID", description = "A meter; may be given several times.")
  List<String> meters = List.of();

  @Option(names = "--all", description = "All meters known.")
  boolean all;

  @Option(names = "--from", paramLabel = "T", description = "Start: 2026-11-20 or an ISO 8601 instant.")
  @Nullable
  String from;

  @Option(names = "--to", paramLabel = "T", description = "End, exclusive.")
  @Nullable
  String to;

  @Option(names = "--bucket", paramLabel = "raw|hour|day|month", defaultValue = "RAW", description = "Every reading, or energy in hours, days or months (default: raw).")
  Grain bucket;

  @Option(names = "--format", paramLabel = "csv|json", defaultValue = "CSV", description = "Default: csv.")
  Format format;

  @Option(names = "--zone", paramLabel = "Z", description = "Zone whose days are counted (default: each meter's own).")
  @Nullable
  String zone;

  @Option(names = "--out", paramLabel = "F", description = "Where to write (default: standard output).")
  @Nullable
  Path out;

  ExportCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Optional<ZoneId> where = zone == null ? Optional.empty() : Optional.of(TimeOption.zone(zone));
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Exporting")) {
      List<MeterRow> chosen = MeterOption.chosen(meters, all, services.meters());
      Range range = range(where.orElse(services.zone()));
      Content content = rows -> {
        if (bucket == Grain.RAW)
          new ReadingExport(services.readings()).write(chosen.stream().map(MeterRow::ssid).toList(), range, rows,
              progress);
        else
          buckets(services, chosen, range, where, rows);
      };
      if (out == null)
        // whoever reads standard output may stop when he has seen enough
        content.write(rows(new PrintWriter(context.console().out(), false, StandardCharsets.UTF_8)));
      else
        toFile(out, content);
      return ExitCode.DONE;
    }
  }

  /// What is written.
  private interface Content {
    void write(RowWriter rows) throws Exception;
  }

  private void toFile(Path file, Content content) throws Exception {
    try (OutputFile target = OutputFile.create(file)) {
      content.write(rows(target.writer()));
      target.complete();
    }
  }

  private RowWriter rows(PrintWriter writer) {
    return format == Format.JSON || common.json ? new JsonWriter(writer) : new CsvWriter(writer);
  }

  private void buckets(
      Services services, List<MeterRow> chosen, Range range, Optional<ZoneId> where, RowWriter rows) throws Exception {
    rows.begin(BucketExport.COLUMNS);
    for (MeterRow meter : chosen) {
      ZoneId its = where.orElse(meter.zone());
      BucketExport.write(meter.ssid().value(), buckets(services, meter, range, its), its, rows);
    }
    rows.end();
  }

  /// An open side ends where the meter's readings do, not at the end of time.
  private List<Bucket> buckets(Services services, MeterRow meter, Range range, ZoneId where) throws Exception {
    var unit = BucketUnit.valueOf(bucket.name());
    if (range.equals(Range.ALL))
      return services.buckets().buckets(meter.ssid(), unit, range, where);
    Instant start = from == null ? meter.firstMeasuredAt().orElse(range.from()).minus(LONGEST_PERIOD) : range.from();
    Instant end = to == null ? meter.lastMeasuredAt().orElse(range.from()).plusMillis(1) : range.to();
    if (meter.readings() == 0 || !start.isBefore(end))
      return List.of();
    var found = new ArrayList<>(services.buckets().buckets(meter.ssid(), unit, new Range(start, end), where));
    while (from == null && !found.isEmpty() && isEmpty(found.getFirst()))
      found.removeFirst();
    while (to == null && !found.isEmpty() && isEmpty(found.getLast()))
      found.removeLast();
    return found;
  }

  private static boolean isEmpty(Bucket candidate) {
    return candidate.isGap() && candidate.readings() == 0;
  }

  private Range range(ZoneId where) throws CliException {
    if (from == null && to == null)
      return Range.ALL;
    var start = from == null ? Range.ALL.from() : TimeOption.instant(from, where);
    var end = to == null ? Range.ALL.to() : TimeOption.instant(to, where);
    if (!start.isBefore(end))
      throw new CliException(ExitCode.USAGE, "--from must be before --to.");
    return new Range(start, end);
  }
}
