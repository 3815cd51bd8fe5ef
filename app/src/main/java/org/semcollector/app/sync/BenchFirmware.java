package org.semcollector.app.sync;

import java.util.List;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.protocol.meter.Ssid;

/// Meters that were never sent firmware.
final class BenchFirmware implements FirmwareReports {
  @Override
  public List<FirmwareReport> of(Ssid ssid, Mark mark) {
    return List.of();
  }

  @Override
  public void mark(List<FirmwareReport> reports, Mark mark) {
    // there are none
  }

  @Override
  public void again(Ssid ssid, Mark mark) {
    // there are none
  }
}
