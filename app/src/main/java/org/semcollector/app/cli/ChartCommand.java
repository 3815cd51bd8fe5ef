package org.semcollector.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures;
import org.semcollector.app.chart.ChartPictures.Drawn;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.Period;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore.Range;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "chart", description = "A chart as the window draws it, as a PNG file or in numbers.")
final class ChartCommand extends SemCommand {
  @Option(names = "--meter", paramLabel = "SSID", description = "A meter; may be given several times.")
  List<String> meters = List.of();

  @Option(names = "--all", description = "All meters known.")
  boolean all;

  @Option(names = "--view", required = true, paramLabel = "hour|day|week|month|share|voltage|heatmap|weekmap|duration|profile|compare", description = "Energy in hours, days, weeks or months, the meters' shares, voltage and current, power by hour and day, by hour and day of the week, load duration, the mean day, or days beside those of an earlier time.")
  ChartView view;

  @Option(names = "--from", paramLabel = "T", description = "Start: 2026-11-20 or an ISO 8601 instant.")
  @Nullable
  String from;

  @Option(names = "--to", paramLabel = "T", description = "End, exclusive (default: the day, month or year of the newest reading).")
  @Nullable
  String to;

  @Option(names = "--zone", paramLabel = "Z", description = "Zone whose days are counted (default: the meter's).")
  @Nullable
  String zone;

  @Option(names = "--dark", description = "Light ink on dark ground.")
  boolean dark;

  @Option(names = "--width", paramLabel = "PX", defaultValue = "1200", description = "Default: 1200.")
  int width;

  @Option(names = "--height", paramLabel = "PX", defaultValue = "600", description = "Default: 600.")
  int height;

  @Option(names = "--compare", paramLabel = "previous|year|weekdays", defaultValue = "PREVIOUS", description = "compare: with the time before, the same dates of the year before, or 52 weeks before (default: previous).")
  EarlierTime compare;

  @Option(names = "--out", paramLabel = "F.png", description = "The picture to write (default: the numbers on standard output).")
  @Nullable
  Path out;

  ChartCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (width < 320 || width > 8000 || height < 200 || height > 8000) {
      throw new CliException(ExitCode.USAGE, "A picture is 320 to 8000 pixels wide and 200 to 8000 high.");
    }
    try (Services services = open()) {
      List<MeterRow> chosen = chosen(services.meters());
      ZoneId where = zone == null ? chosen.getFirst().zone() : TimeOption.zone(zone);
      Range range = range(chosen, where, services.clock().instant());
      var labels = new ChartLabels(where, services.locale());
      var data = ChartData.of(services.buckets(), chosen,
          new ChartData.Asked(view, range, where, zone != null, compare, services.clock().instant()));
      if (out == null)
        return numbers(view.tables(data, where));
      var content = view.content(data, labels);
      var request = new ChartRequest(content, title(chosen), subtitle(range, labels),
          dark ? ChartRequest.Scheme.DARK : ChartRequest.Scheme.LIGHT, width, height);
      try (ChartPictures pictures = services.charts(labels)) {
        return show(pictures.write(request, out));
      }
    }
  }

  private Integer numbers(List<ChartTable> tables) {
    if (common.json)
      printJson(Map.of("view", view.name().toLowerCase(Locale.ROOT), "tables",
          tables.stream().map(ChartTable::document).toList()));
    else
      tables.forEach(table -> print(table.text()));
    return ExitCode.DONE;
  }

  private Integer show(Drawn drawn) throws CliException {
    switch (drawn) {
      case Drawn.Written(Path file) -> {
        if (common.json)
          printJson(Map.of("file", file.toString()));
        else
          print(file.toString());
      }
      case Drawn.NotPossible(String sentence) -> throw new CliException(sentence);
    }
    return ExitCode.DONE;
  }

  private List<MeterRow> chosen(MeterStore store) throws Exception {
    List<MeterRow> rows = MeterOption.chosen(meters, all, store).stream().filter(row -> row.readings() > 0).toList();
    if (rows.isEmpty())
      throw new CliException("There are no readings to draw yet: collect a meter first.");
    return rows;
  }

  private Range range(List<MeterRow> chosen, ZoneId where, Instant now) throws CliException {
    Instant newest = chosen.stream().map(MeterRow::lastMeasuredAt).flatMap(Optional::stream).max(Instant::compareTo)
        .orElse(now);
    Range whole = Period.around(view.kind(), newest.minusMillis(1), where).range(where);
    Instant start = from == null ? whole.from() : TimeOption.instant(from, where);
    Instant end = to == null ? whole.to() : TimeOption.instant(to, where);
    if (!start.isBefore(end))
      throw new CliException(ExitCode.USAGE, "--from must be before --to.");
    view.checkLength(start, end);
    return new Range(start, end);
  }

  private String title(List<MeterRow> chosen) {
    return chosen.size() == 1 ? chosen.getFirst().name() : chosen.size() + " meters";
  }

  private String subtitle(Range range, ChartLabels labels) {
    return labels.span(range.from(), range.from().plusSeconds(1), BucketUnit.DAY) + " – "
        + labels.span(range.to().minusMillis(1), range.to(), BucketUnit.DAY);
  }
}
