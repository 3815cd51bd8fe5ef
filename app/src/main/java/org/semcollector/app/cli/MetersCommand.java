package org.semcollector.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.store.MeterRow;
import picocli.CommandLine.Command;

@Command(name = "meters", description = "The meters known here.")
final class MetersCommand extends SemCommand {
  MetersCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      List<MeterRow> meters = services.meters().meters();
      if (common.json) {
        var documents = new ArrayList<Map<String, Object>>();
        for (MeterRow meter : meters)
          documents.add(document(meter, services.notes().note(meter.ssid())));
        printJson(Map.of("meters", documents));
      } else if (meters.isEmpty()) {
        say("No meter is known yet: collect one with sem collect, or see sem demo.");
      } else {
        var table = new TextTable("METER", "NAME", "FIRMWARE", "FACTOR", "READINGS", "NOT PROVEN", "LAST COLLECTED",
            "OUTCOME");
        for (MeterRow meter : meters)
          table.add(cells(meter, services.notes().note(meter.ssid())));
        print(table.toString());
      }
      return ExitCode.DONE;
    }
  }

  private static String[] cells(MeterRow meter, MeterNote note) {
    return new String[]{meter.ssid().value(), meter.name(),
        meter.firmwareVersion().isPresent() ? String.valueOf(meter.firmwareVersion().getAsInt()) : "-",
        note.energyFactor().isPresent() ? String.valueOf(note.energyFactor().getAsDouble()) : "-",
        String.valueOf(meter.readings()), String.valueOf(meter.unproven()),
        meter.lastCollectedAt().map(at -> at.atZone(meter.zone()).toLocalDateTime().withNano(0).toString())
            .orElse("never"),
        meter.lastOutcome().orElse("-")};
  }

  private static Map<String, Object> document(MeterRow meter, MeterNote note) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", meter.ssid().value());
    row.put("name", meter.name());
    row.put("zone", meter.zone().getId());
    row.put("hasToken", meter.token().isPresent());
    if (meter.firmwareVersion().isPresent())
      row.put("firmwareVersion", meter.firmwareVersion().getAsInt());
    note.energyFactor().ifPresent(factor -> row.put("energyFactor", factor));
    row.put("readings", meter.readings());
    row.put("unproven", meter.unproven());
    put(row, "lastCollectedAt", meter.lastCollectedAt());
    meter.lastOutcome().ifPresent(outcome -> row.put("lastOutcome", outcome));
    put(row, "firstMeasuredAt", meter.firstMeasuredAt());
    put(row, "lastMeasuredAt", meter.lastMeasuredAt());
    return row;
  }

  static void put(Map<String, Object> row, String name, Optional<Instant> at) {
    at.ifPresent(value -> row.put(name, value.toString()));
  }
}
