package org.semcollector.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.operate.ClockDrift;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.operate.ClockVisit;
import org.semcollector.app.store.MeterRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "drift", description = "How far a meter's clock was off at each visit, and how fast it goes wrong.")
final class DriftCommand extends SemCommand {
  @Option(names = "--meter", required = true, paramLabel = "SSID", description = "A meter that was collected.")
  String meter = "";

  DriftCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      MeterRow known = MeterOption.chosen(List.of(meter), false, services.meters()).getFirst();
      ClockHistory history = services.clockHistory().of(known.ssid());
      if (common.json)
        printJson(document(known, history));
      else
        show(known, history);
      return ExitCode.DONE;
    }
  }

  private void show(MeterRow known, ClockHistory history) {
    var table = new TextTable("read", "behind by", "give or take", "starts", "loses");
    for (ClockVisit visit : history.visits())
      table.add(LocalTimes.minute(visit.at(), known.zone()), behind(visit.lag().middle()),
          LocalTimes.length(visit.lag().uncertainty()), Integer.toString(visit.starts()),
          visit.drift().map(DriftCommand::words).orElse(""));
    print(table.toString());
    say(history.drift().map(drift -> known.name() + ": its clock loses " + words(drift) + ".")
        .orElse(
            "How fast it goes wrong is not known yet: that takes three visits that set its clock, and no start between "
                + "two of them."));
  }

  /// With a minus when it was ahead.
  private static String behind(Duration lag) {
    return (lag.isNegative() ? "-" : "") + LocalTimes.length(lag);
  }

  private static String words(ClockDrift drift) {
    return String.format(Locale.ROOT, "%.1f ppm ± %.1f (%.2f s a day)", drift.lossPpm(), drift.uncertaintyPpm(),
        drift.lossSecondsPerDay());
  }

  private static Map<String, Object> document(MeterRow known, ClockHistory history) {
    var visits = new ArrayList<Map<String, Object>>();
    for (ClockVisit visit : history.visits()) {
      var row = new LinkedHashMap<String, Object>();
      row.put("journal", visit.visit());
      row.put("at", visit.at().toString());
      MetersCommand.put(row, "setAt", visit.setAt());
      row.put("starts", visit.starts());
      row.put("behindAtLeastSeconds", visit.lag().atLeast().toSeconds());
      row.put("behindAtMostSeconds", visit.lag().atMost().toSeconds());
      drift(row, visit.drift());
      visits.add(row);
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("ssid", known.ssid().value());
    document.put("visits", visits);
    drift(document, history.drift());
    return document;
  }

  private static void drift(Map<String, Object> row, Optional<ClockDrift> drift) {
    drift.ifPresent(measured -> {
      row.put("lossPpm", measured.lossPpm());
      row.put("uncertaintyPpm", measured.uncertaintyPpm());
      row.put("lossSecondsPerDay", measured.lossSecondsPerDay());
    });
  }
}
