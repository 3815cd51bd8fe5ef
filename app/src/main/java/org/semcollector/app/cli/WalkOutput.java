package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.protocol.meter.Ssid;

/// What a walk brought, as a table and as a document.
final class WalkOutput {
  private final WalkReport report;
  private final Map<Ssid, String> names = new TreeMap<>();

  WalkOutput(WalkReport report, MeterStore meters) throws StoreException {
    this.report = report;
    for (MeterRow row : meters.meters())
      names.put(row.ssid(), row.name());
  }

  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
    document.put("route", report.route().stream().map(this::row).toList());
    document.put("meters", report.visits().stream().map(CollectCommand::document).toList());
    report.problem().ifPresent(problem -> document.put("problem", problem));
    return document;
  }

  private Map<String, Object> row(RouteEntry entry) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", entry.ssid().value());
    row.put("name", name(entry.ssid()));
    row.put("state", word(entry.state()));
    row.put("onRoute", entry.onRoute());
    row.put("tries", entry.stop().tries());
    MetersCommand.put(row, "lastCollectedAt", entry.stop().collectedAt());
    if (!entry.stop().reason().isEmpty())
      row.put("sentence", entry.stop().reason());
    return row;
  }

  @Override
  public String toString() {
    var table = new TextTable("METER", "NAME", "STATE", "WHY");
    for (RouteEntry entry : report.route()) {
      boolean failed = entry.state() == StopState.FAILED || entry.state() == StopState.PARTLY;
      table.add(entry.ssid().value(), name(entry.ssid()), word(entry.state()), failed ? entry.stop().reason() : "");
    }
    return report.route().isEmpty()
        ? "No meter was met. Nothing was changed."
        : table + "\n" + ending() + " " + totals(report.route()) + ".";
  }

  /// "32 done · 1 partly · 4 waiting · 2 failed · 1 not seen", without what is none.
  static String totals(List<RouteEntry> route) {
    var parts = new ArrayList<String>();
    for (StopState state : StopState.values()) {
      long count = route.stream().filter(entry -> entry.state() == state).count();
      if (count > 0)
        parts.add(count + " " + word(state));
    }
    return String.join(" · ", parts);
  }

  private String ending() {
    return switch (report.ending()) {
      case COMPLETE -> "The walk is complete:";
      case CANCELLED -> "The walk was stopped; what was collected is safe, and the same command goes on with the rest:";
      case STOPPED -> "The walk cannot go on:";
    };
  }

  private String name(Ssid ssid) {
    String name = names.getOrDefault(ssid, "");
    return name.equals(ssid.value()) ? "" : name;
  }

  private static String word(StopState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
