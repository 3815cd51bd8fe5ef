package org.semcollector.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.export.BucketExport;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.JsonWriter;
import org.semcollector.app.export.ReadingExport;
import org.semcollector.app.export.RowWriter;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Readings or buckets as CSV or JSON; what the charts show is what you get.")
final class ExportCommand extends SemCommand {
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
      try (PrintWriter file = writer()) {
        RowWriter rows = format == Format.JSON || common.json ? new JsonWriter(file) : new CsvWriter(file);
        if (bucket == Grain.RAW) {
          new ReadingExport(services.readings()).write(chosen.stream().map(MeterRow::ssid).toList(), range, rows,
              progress);
        } else {
          buckets(services, chosen, range, where, rows);
        }
        // whoever reads standard output may stop when he has seen enough
        if (out != null && file.checkError())
          throw new CliException("The export could not be written completely; is the disk full?");
      }
      return ExitCode.DONE;
    }
  }

  private void buckets(
      Services services, List<MeterRow> chosen, Range range, Optional<ZoneId> where, RowWriter rows) throws Exception {
    rows.begin(BucketExport.COLUMNS);
    for (MeterRow meter : chosen) {
      ZoneId its = where.orElse(meter.zone());
      BucketExport.write(meter.ssid().value(),
          services.buckets().buckets(meter.ssid(), BucketUnit.valueOf(bucket.name()), range, its), its, rows);
    }
    rows.end();
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

  private PrintWriter writer() throws CliException {
    if (out == null)
      return new PrintWriter(context.console().out(), false, StandardCharsets.UTF_8);
    try {
      return new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CliException(out + " cannot be written (" + InputFile.reason(e) + ").");
    }
  }
}
