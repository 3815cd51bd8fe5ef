package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// What is to be done for a meter.
///
/// @param onLaptop readings to send
/// @param moved stamps on the server that are former times of readings: deleted before the readings are sent again
/// @param accepted readings to look for
/// @param refused readings that are set aside
/// @param proven readings the server is proven to have
/// @param firmware firmware states the server is not proven to have
/// @param reasons why readings are set aside, with their number, the most frequent first
public record SyncPreview(Ssid ssid, String name, long onLaptop, long moved, long accepted, long refused, long proven,
    long firmware, Map<String, Long> reasons) {
  /// Of all meters.
  static List<SyncPreview> of(SyncStores stores) throws StoreException {
    var previews = new ArrayList<SyncPreview>();
    for (MeterRow meter : stores.meters().meters()) {
      Map<State, Long> counts = stores.outbox().counts(meter.ssid());
      long onLaptop = counts.getOrDefault(State.ON_LAPTOP, 0L);
      long accepted = counts.getOrDefault(State.ACCEPTED, 0L);
      long refused = counts.getOrDefault(State.REFUSED, 0L);
      previews.add(new SyncPreview(meter.ssid(), meter.name(), onLaptop, stores.stale().count(meter.ssid()), accepted,
          refused, meter.readings() - onLaptop - accepted - refused,
          firmware(stores.firmware(), meter.ssid()), refused == 0 ? Map.of() : stores.outbox().reasons(meter.ssid())));
    }
    return previews;
  }

  private static long firmware(FirmwareReports reports, Ssid ssid) throws StoreException {
    return (long) reports.of(ssid, Mark.ON_LAPTOP).size() + reports.of(ssid, Mark.ACCEPTED).size();
  }
}
