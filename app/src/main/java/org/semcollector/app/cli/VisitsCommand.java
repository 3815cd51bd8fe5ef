package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "visits", description = "The visits made, newest first.")
final class VisitsCommand extends SemCommand {
  @Option(names = "--meter", paramLabel = "SSID", description = "Only this meter's.")
  @Nullable
  String meter;

  VisitsCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Optional<Ssid> ssid = meter == null ? Optional.empty() : Optional.of(ssid(meter));
    try (Services services = open()) {
      List<VisitRow> visits = services.meters().visits(ssid);
      if (common.json) {
        printJson(Map.of("visits", visits.stream().map(VisitsCommand::document).toList()));
      } else if (visits.isEmpty()) {
        say("No visit yet.");
      } else {
        var table = new TextTable("STARTED (UTC)", "METER", "OUTCOME", "NEW", "KNOWN", "ERASED", "OUTAGES", "JOURNAL");
        for (VisitRow visit : visits) {
          table.add(visit.startedAt().toString(), visit.ssid().value(), visit.outcome(),
              String.valueOf(visit.newReadings()), String.valueOf(visit.knownReadings()),
              visit.erased() ? "yes" : "no", String.valueOf(visit.outages()), visit.reference());
        }
        print(table.toString());
      }
      return ExitCode.DONE;
    }
  }

  private static Map<String, Object> document(VisitRow visit) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", visit.ssid().value());
    row.put("journal", visit.reference());
    row.put("startedAt", visit.startedAt().toString());
    MetersCommand.put(row, "endedAt", visit.endedAt());
    row.put("outcome", visit.outcome());
    row.put("newReadings", visit.newReadings());
    row.put("knownReadings", visit.knownReadings());
    row.put("erased", visit.erased());
    row.put("outages", visit.outages());
    row.put("sentence", visit.sentence());
    return row;
  }
}
