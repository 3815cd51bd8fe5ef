package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "scan", description = "The meters in range.")
final class ScanCommand extends SemCommand {
  @Option(names = "--simulated", paramLabel = "N", arity = "0..1", fallbackValue = "3", description = "N simulated meters instead of the laptop's radio.")
  @Nullable
  Integer simulated;

  ScanCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open(simulated != null); WifiChoice wifi = WifiChoice.of(simulated, services)) {
      List<AccessPoint> found = wifi.adapter().scan(WifiAdapter.SCAN_LIMIT, Progress.NONE);
      MeterStore meters = services.meters();
      if (common.json) {
        var rows = new ArrayList<Map<String, Object>>();
        for (AccessPoint accessPoint : found)
          rows.add(document(accessPoint, meters.meter(accessPoint.ssid())));
        printJson(Map.of("meters", rows));
        return ExitCode.DONE;
      }
      var table = new TextTable("METER", "NAME", "SIGNAL", "LAST COLLECTED", "STATE");
      for (AccessPoint accessPoint : found) {
        Optional<MeterRow> known = meters.meter(accessPoint.ssid());
        table.add(accessPoint.ssid().value(), known.map(MeterRow::name).orElse(""), accessPoint.signalDbm() + " dBm",
            known.flatMap(MeterRow::lastCollectedAt).map(Object::toString).orElse("never"),
            known.flatMap(MeterRow::lastOutcome).orElse("new"));
      }
      print(found.isEmpty() ? "No meter is in range." : table.toString());
      return ExitCode.DONE;
    }
  }

  private static Map<String, Object> document(AccessPoint accessPoint, Optional<MeterRow> known) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", accessPoint.ssid().value());
    accessPoint.bssid().ifPresent(bssid -> row.put("bssid", bssid));
    row.put("signalDbm", accessPoint.signalDbm());
    row.put("known", known.isPresent());
    known.ifPresent(meter -> row.put("name", meter.name()));
    MetersCommand.put(row, "lastCollectedAt", known.flatMap(MeterRow::lastCollectedAt));
    return row;
  }
}
