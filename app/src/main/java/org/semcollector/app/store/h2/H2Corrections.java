package org.semcollector.app.store.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.pack.Times;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// Versions of times: the current ones stand with the readings, those of other runs in `run_times`.
final class H2Corrections implements Corrections {
  private final Connections connections;
  private final ChangedTimes followers;

  H2Corrections(Connections connections, ChangedTimes followers) {
    this.connections = connections;
    this.followers = followers;
  }

  @Override
  public List<PlacedStretch> stretches(Ssid ssid) throws StoreException {
    return connections.read(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      return meter.isPresent() ? StretchRows.of(connection, meter.get()) : List.of();
    });
  }

  @Override
  public List<StoredReading> readings(int stretch) throws StoreException {
    return connections.read(connection -> {
      var readings = new ArrayList<StoredReading>();
      var placed = StretchPacks.of(connection, StretchRows.require(connection, stretch));
      Ssid ssid = MeterIds.ssid(connection, placed.meter());
      for (StretchPacks.Part part : placed.parts()) {
        for (int i = part.from(); i < part.to(); i++) {
          readings.add(part.pack().reading(ssid, i));
        }
      }
      return readings;
    });
  }

  @Override
  public List<CorrectedTime> times(int stretch, int run) throws StoreException {
    return connections.read(connection -> {
      var row = StretchRows.require(connection, stretch);
      var placed = StretchPacks.of(connection, row);
      Times times = run == row.run() ? placed.times() : RunTimes.require(connection, stretch, run, placed.stamps());
      var list = new ArrayList<CorrectedTime>(times.count());
      for (int i = 0; i < times.count(); i++) {
        list.add(times.get(i));
      }
      return list;
    });
  }

  @Override
  public void apply(Ssid ssid, List<NewTimes> changes) throws StoreException {
    connections.change(connection -> {
      var retiming = Retiming.of(connection, ssid, changes.stream().map(NewTimes::stretch).toList());
      for (NewTimes change : changes) {
        int run = StretchRows.addRun(connection, change);
        retiming.place(change.stretch(), run, Times.of(change.times()));
      }
      retiming.finish().tell(connections, connection, followers);
    });
  }

  @Override
  public void restore(Ssid ssid, List<Former> runs) throws StoreException {
    connections.change(connection -> {
      var retiming = Retiming.of(connection, ssid, runs.stream().map(Former::stretch).toList());
      for (Former former : runs) {
        if (retiming.current(former.stretch()) != former.run())
          retiming.place(former.stretch(), former.run(), RunTimes.require(connection, former.stretch(), former.run(),
              retiming.stamps(former.stretch())));
      }
      retiming.finish().tell(connections, connection, followers);
    });
  }
}
