package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;

/// "--meter SSID" or "--all".
final class MeterOption {
  private MeterOption() {}

  static List<MeterRow> chosen(List<String> named, boolean all, MeterStore store) throws Exception {
    if (named.isEmpty() != all)
      throw new CliException(ExitCode.USAGE, "Say either --meter SSID or --all.");
    if (all)
      return store.meters();
    var rows = new ArrayList<MeterRow>();
    for (String meter : new LinkedHashSet<>(named)) {
      rows.add(store.meter(SemCommand.ssid(meter)).orElseThrow(() -> new CliException("No meter " + meter
          + " is known here; sem meters lists those that are.")));
    }
    return rows;
  }
}
