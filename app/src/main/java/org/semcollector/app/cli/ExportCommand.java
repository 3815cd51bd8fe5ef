package org.semcollector.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.export.BucketExport;
import org.semcollector.app.export.CsvStyle;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.ExportFile;
import org.semcollector.app.export.ExportedMeter;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.export.JsonWriter;
import org.semcollector.app.export.ReadingExport;
import org.semcollector.app.export.RowWriter;
import org.semcollector.app.export.Rows;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Readings or buckets as CSV, JSON or XLSX; what the charts show is what you get.")
final class ExportCommand extends SemCommand {
  private static final List<OptionalInt> CHANNELS = List.of(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3));

  /// How fine.
  enum Grain {
    RAW, HOUR, DAY, WEEK, MONTH, YEAR
  }

  /// File formats.
  enum Format {
    CSV, JSON, XLSX
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

  @Option(names = {"--bucket",
      "--buckets"}, paramLabel = "raw|hour|day|week|month|year", defaultValue = "RAW", description = "Every reading, or energy in hours, days, weeks, months or years (default: raw).")
  Grain bucket;

  @Option(names = "--per-channel", description = "Buckets of each channel instead of all summed.")
  boolean perChannel;

  @Option(names = "--format", paramLabel = "csv|json|xlsx", description = "Default: what the name of --out ends with, else csv.")
  @Nullable
  Format format;

  @Mixin
  CsvOptions csv = new CsvOptions();

  @Option(names = "--zone", paramLabel = "Z", description = "Zone of local times and days (default: each meter's own).")
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
    Format wanted = wanted();
    CsvStyle style = csv.style();
    if (wanted == Format.XLSX && out == null)
      throw new CliException(ExitCode.USAGE, "A spreadsheet needs a file: say --out F.xlsx.");
    Optional<ZoneId> where = zone == null ? Optional.empty() : Optional.of(TimeOption.zone(zone));
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Exporting")) {
      List<MeterRow> chosen = MeterOption.chosen(meters, all, services.meters());
      ExportRange range = ExportRange.of(from, to, where.orElse(services.zone()));
      Work work = new Work(services, chosen, where, range, progress);
      RowWriters writers = target -> switch (wanted) {
        case CSV -> new CsvWriter(target, style);
        case JSON -> new JsonWriter(target);
        case XLSX -> services.spreadsheets().open(target,
            ExportedMeters.about(title(), work.about, range.range(), services.clock().instant()));
      };
      if (out == null) {
        // whoever reads standard output may stop when he has seen enough
        write(work, writers.open(context.console().out()));
        return ExitCode.DONE;
      }
      Rows rows = ExportFile.write(out, target -> write(work, writers.open(target)));
      progress.end();
      say(rows.complete() ? rows.count() + " rows in " + out + "." : "Stopped: " + out + " was not written.");
      return ExitCode.DONE;
    }
  }

  private Format wanted() {
    if (format != null)
      return common.json && format == Format.CSV ? Format.JSON : format;
    String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
    if (common.json || name.endsWith(".json"))
      return Format.JSON;
    return name.endsWith(".xlsx") ? Format.XLSX : Format.CSV;
  }

  /// Makes the writer of the format wanted.
  private interface RowWriters {
    RowWriter open(OutputStream target);
  }

  private Rows write(Work work, RowWriter rows) throws IOException, StoreException {
    return bucket == Grain.RAW
        ? work.readings(rows)
        : work.buckets(BucketUnit.valueOf(bucket.name()), perChannel, rows);
  }

  /// Of the table: "Readings", "Hours".
  private String title() {
    String name = bucket.name().toLowerCase(Locale.ROOT);
    return bucket == Grain.RAW ? "Readings" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "s";
  }

  /// One export, with all it needs at hand.
  private static final class Work {
    private final ReadingStore readings;
    private final BucketSource source;
    private final List<MeterRow> chosen;
    private final List<ExportedMeter> about;
    private final ExportRange range;
    private final Progress progress;

    Work(Services services, List<MeterRow> chosen, Optional<ZoneId> where, ExportRange range, Progress progress)
        throws Exception {
      readings = services.readings();
      source = services.buckets();
      this.chosen = chosen;
      about = new ArrayList<>();
      for (MeterRow meter : chosen)
        about.add(services.exportedMeters().of(meter, where));
      this.range = range;
      this.progress = progress;
    }

    Rows readings(RowWriter rows) throws IOException, StoreException {
      return new ReadingExport(readings).write(about, range.range(), rows, progress);
    }

    Rows buckets(BucketUnit unit, boolean perChannel, RowWriter rows) throws IOException, StoreException {
      return BucketExport.write(about, perChannel ? CHANNELS : List.of(OptionalInt.empty()), unit,
          (meter, channel) -> range.buckets(source, chosen.get(meter), channel, unit, about.get(meter).zone()), rows,
          progress);
    }
  }
}
