package org.semcollector.app.wiring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.WalkUseCase;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.Walk;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkMemory;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.protocol.meter.Ssid;

/// Walks of the window.
record Walks(MeterNotes notes, MeterStore meters, WifiAdapter wifi, WifiCollect collect, WalkMemory memory, Clock clock)
    implements
      WalkUseCase {
  @Override
  public SortedMap<String, List<Ssid>> sites() throws NotesException {
    var sites = new TreeMap<String, List<Ssid>>();
    for (MeterNote note : notes.all())
      note.site().ifPresent(site -> sites.computeIfAbsent(site, _ -> new ArrayList<>()).add(note.ssid()));
    return sites;
  }

  @Override
  public List<RouteEntry> route(WalkPlan plan) {
    return walk(ErasePolicy.NEVER).route(plan);
  }

  @Override
  public WalkReport run(WalkPlan plan, ErasePolicy erase, WalkListener listener, Progress progress) {
    return walk(erase).run(plan, listener, progress);
  }

  private Walk walk(ErasePolicy erase) {
    return new Walk(new Walk.Tools(wifi, (meter, listener) -> collect.visit(meter, erase, listener),
        meters::meters, memory, clock, Pause.REAL));
  }
}
