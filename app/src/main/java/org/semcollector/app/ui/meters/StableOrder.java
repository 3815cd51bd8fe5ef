package org.semcollector.app.ui.meters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semcollector.protocol.meter.Ssid;

/// Keeps meters where they are as long as somebody points at the list: what is new comes last, and nothing is sorted
/// under the pointer.
final class StableOrder {
  private final Set<Ssid> places = new LinkedHashSet<>();
  private boolean held;

  /// @param pointedAt whether somebody points at the list or goes through it with keys
  void hold(boolean pointedAt) {
    held = pointedAt;
  }

  boolean isHeld() {
    return held;
  }

  /// The items in their places.
  List<MeterItem> of(List<MeterItem> items, Comparator<MeterItem> order) {
    List<MeterItem> sorted = items.stream().sorted(order).toList();
    if (!held)
      places.clear();
    Map<Ssid, MeterItem> bySsid = new HashMap<>();
    for (MeterItem item : sorted) {
      bySsid.put(item.ssid(), item);
      places.add(item.ssid());
    }
    var placed = new ArrayList<MeterItem>();
    for (Ssid ssid : places) {
      MeterItem item = bySsid.get(ssid);
      if (item != null)
        placed.add(item);
    }
    return placed;
  }
}
