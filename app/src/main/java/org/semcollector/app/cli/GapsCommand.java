package org.semcollector.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.gap.Gap.State;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "gaps", description = "What is missing of the meters' time, why, and whether it can still be had.")
final class GapsCommand extends SemCommand {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Option(names = "--meter", paramLabel = "SSID", description = "Only this meter's; may be given several times.")
  List<String> meters = List.of();

  @Option(names = "--from", paramLabel = "TIME", description = "Only what is missing from then on.")
  @Nullable
  String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Only what is missing until then.")
  @Nullable
  String to;

  GapsCommand(CliContext context) {
    super(context);
  }

  /// A gap with the zone of its meter.
  private record Row(Gap gap, ZoneId zone) {}

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      List<MeterRow> chosen = MeterOption.chosen(meters, meters.isEmpty(), services.meters());
      GapQuery query = services.gaps();
      var rows = new ArrayList<Row>();
      for (MeterRow meter : chosen) {
        for (Gap gap : query.gaps(meter.ssid(), range(meter.zone())))
          rows.add(new Row(gap, meter.zone()));
      }
      if (common.json)
        printJson(Map.of("gaps", rows.stream().map(row -> document(row.gap())).toList()));
      else
        table(rows);
      return ExitCode.DONE;
    }
  }

  private Range range(ZoneId zone) throws CliException {
    Instant start = from == null ? Range.ALL.from() : TimeOption.instant(from, zone);
    Instant end = to == null ? Range.ALL.to() : TimeOption.instant(to, zone);
    if (!start.isBefore(end))
      throw new CliException(ExitCode.USAGE, "--from must be before --to.");
    return new Range(start, end);
  }

  /// People are shown what is missing; that nothing is, where times are uncertain, only scripts are told.
  private void table(List<Row> rows) {
    List<Row> missing = rows.stream().filter(row -> !isNothing(row.gap())).toList();
    if (missing.isEmpty()) {
      say("Nothing is missing.");
      return;
    }
    var table = new TextTable("METER", "FROM", "TO", "HOURS", "CAUSE", "STARTS", "STATE");
    for (Row row : missing) {
      Gap gap = row.gap();
      table.add(gap.ssid().value(), time(gap.from(), row.zone()), time(gap.to(), row.zone()), hours(gap.length()),
          words(gap.cause()), gap.boots() == 0 ? "-" : String.valueOf(gap.boots()), words(gap));
    }
    print(table.toString());
    say(hours(sum(missing, null)) + " h are missing; " + hours(sum(missing, State.RECOVERABLE))
        + " h of them can still be collected.");
  }

  private static Duration sum(List<Row> rows, @Nullable State state) {
    return rows.stream().map(Row::gap).filter(gap -> state == null || gap.state() == state).map(Gap::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static boolean isNothing(Gap gap) {
    return gap.cause() == Gap.Cause.UNCERTAIN_TIME || gap.cause() == Gap.Cause.LATE_SAVE;
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(Gap gap) {
    return switch (gap.state()) {
      case RECOVERABLE -> "collect the meter";
      case ELSEWHERE -> "who erased it may have it";
      case LOST -> "lost";
      case COMPLETE -> "nothing to be had";
    };
  }

  private static String time(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  private static String hours(Duration length) {
    return String.format(Locale.ROOT, "%.1f", length.toMillis() / 3.6e6);
  }

  private static Map<String, Object> document(Gap gap) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", gap.ssid().value());
    row.put("from", gap.from().toString());
    row.put("to", gap.to().toString());
    row.put("hours", Math.round(gap.length().toMillis() / 3.6e2) / 1e4);
    row.put("cause", gap.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    row.put("starts", gap.boots());
    row.put("state", gap.state().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
