package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.protocol.meter.Ssid;

import static java.util.Objects.requireNonNull;

/// Firmware states in memory.
final class FakeFirmwareReports implements FirmwareReports {
  private final Map<FirmwareReport, Mark> marks = new LinkedHashMap<>();
  private final Runnable beforeAccess;

  /// @param beforeAccess may end the process instead
  FakeFirmwareReports(Runnable beforeAccess) {
    this.beforeAccess = beforeAccess;
  }

  synchronized void add(FirmwareReport report) {
    marks.put(report, Mark.ON_LAPTOP);
  }

  synchronized Mark mark(FirmwareReport report) {
    return requireNonNull(marks.get(report));
  }

  synchronized List<FirmwareReport> all() {
    return List.copyOf(marks.keySet());
  }

  @Override
  public synchronized List<FirmwareReport> of(Ssid ssid, Mark mark) {
    beforeAccess.run();
    var found = new ArrayList<FirmwareReport>();
    marks.forEach((report, now) -> {
      if (report.ssid().equals(ssid) && now == mark)
        found.add(report);
    });
    found.sort(Comparator.comparing(FirmwareReport::at));
    return found;
  }

  @Override
  public synchronized void mark(List<FirmwareReport> reports, Mark mark) {
    beforeAccess.run();
    reports.forEach(report -> marks.put(report, mark));
  }

  @Override
  public synchronized void again(Ssid ssid, Mark mark) {
    beforeAccess.run();
    marks.replaceAll((report, now) -> report.ssid().equals(ssid) && now == mark ? Mark.ON_LAPTOP : now);
  }
}
