package org.semcollector.app.ui.meters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.MeterInsight;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.protocol.meter.Ssid;

/// Verdict, memory and firmware of meters, each looked up once and again when a meter's row changed.
final class Insights {
  private final MeterInsight.Source source;
  private final Tasks tasks;
  private final Messages messages;
  private final Map<Ssid, Kept> kept = new HashMap<>();
  private boolean looking;

  private record Kept(MeterRow row, MeterInsight insight) {}

  Insights(MeterInsight.Source source, Tasks tasks, Messages messages) {
    this.source = source;
    this.tasks = tasks;
    this.messages = messages;
  }

  /// What is known now; an older one while the newer is being looked up.
  MeterInsight of(Ssid meter) {
    Kept one = kept.get(meter);
    return one == null ? MeterInsight.NONE : one.insight();
  }

  /// Looks up what is missing or changed.
  ///
  /// @param told when there is something new
  void refresh(Collection<MeterRow> rows, Runnable told) {
    List<MeterRow> due = rows.stream().filter(row -> {
      Kept one = kept.get(row.ssid());
      return one == null || !one.row().equals(row);
    }).toList();
    if (looking || due.isEmpty())
      return;
    looking = true;
    tasks.run(messages.text("task.insights"), progress -> {
      var found = new ArrayList<Kept>();
      for (MeterRow row : due) {
        if (progress.cancelled())
          break;
        found.add(new Kept(row, source.of(row)));
      }
      return found;
    }, found -> {
      looking = false;
      found.forEach(one -> kept.put(one.row().ssid(), one));
      if (!found.isEmpty())
        told.run();
    }, _ -> looking = false); // the list says "unknown"; what cannot be read is said where it is read
  }
}
