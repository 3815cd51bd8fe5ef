package org.semcollector.app.correct;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.SettledTimes;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// One meter's stretches and runs in memory, and notes.
public final class FakeStore implements Corrections, MeterStore, SettledTimes, MeterNotes {
  private final Ssid ssid;
  private final ZoneId zone;
  private final List<List<StoredReading>> raw = new ArrayList<>();
  private final List<Stretch> evidence = new ArrayList<>();
  private final List<List<Run>> runs = new ArrayList<>();
  private final List<Integer> current = new ArrayList<>();
  private final Map<Run, List<CorrectedTime>> times = new HashMap<>();
  private final Map<Ssid, String> marks = new LinkedHashMap<>();
  private final Map<Ssid, MeterNote> notes = new HashMap<>();
  /// Restarts from here.
  final List<Restarts.Restart> restarts = new ArrayList<>();
  final Set<Long> sent = new HashSet<>();
  /// How many calls changed times.
  int changes;
  /// Fails the next change of times or marks when told to.
  boolean broken;

  FakeStore(Ssid ssid, ZoneId zone) {
    this.ssid = ssid;
    this.zone = zone;
  }

  public CorrectStores stores() {
    return stores(this);
  }

  /// The same times for each of these meters.
  public CorrectStores stores(MeterStore meters) {
    return new CorrectStores(meters, this, _ -> {
      Set<Long> keys = new HashSet<>();
      raw.forEach(stretch -> stretch.forEach(reading -> keys.add(reading.key())));
      keys.removeAll(sent);
      return keys;
    }, this, _ -> restarts);
  }

  /// Adds a stretch as storing a visit does.
  void add(Stretch stretch, List<StoredReading> readings) {
    Run run = new Run(times.size(), stretch.estimator(), stretch.estimatorVersion(), stretch.madeAt());
    evidence.add(stretch);
    raw.add(List.copyOf(readings));
    runs.add(new ArrayList<>(List.of(run)));
    current.add(0);
    times.put(run, readings.stream().map(StoredReading::time).toList());
  }

  /// A stretch as it was stored at first.
  List<StoredReading> asStored(int stretch) {
    return raw.get(stretch);
  }

  int readingsStored() {
    return raw.stream().mapToInt(List::size).sum();
  }

  @Override
  public List<PlacedStretch> stretches(Ssid of) {
    var placed = new ArrayList<PlacedStretch>();
    for (int i = 0; i < raw.size(); i++)
      placed.add(new PlacedStretch(i, evidence.get(i), raw.get(i).getFirst().key(), raw.get(i).getLast().key(),
          runs.get(i).get(current.get(i)), runs.get(i)));
    return placed;
  }

  @Override
  public List<StoredReading> readings(int stretch) {
    List<CorrectedTime> now = times(stretch, runs.get(stretch).get(current.get(stretch)).id());
    var readings = new ArrayList<StoredReading>();
    for (int i = 0; i < now.size(); i++) {
      StoredReading r = raw.get(stretch).get(i);
      readings.add(new StoredReading(r.key(), r.ssid(), r.record(), r.raw(), r.period(), now.get(i)));
    }
    return readings;
  }

  @Override
  public List<CorrectedTime> times(int stretch, int run) {
    return times.entrySet().stream().filter(entry -> entry.getKey().id() == run).findFirst().orElseThrow().getValue();
  }

  @Override
  public void apply(Ssid of, List<NewTimes> added) throws StoreException {
    fail();
    for (NewTimes change : added) {
      Run run = new Run(times.size(), change.estimator(), change.estimatorVersion(), change.madeAt());
      runs.get(change.stretch()).add(run);
      current.set(change.stretch(), runs.get(change.stretch()).size() - 1);
      times.put(run, change.times());
    }
    changes++;
  }

  @Override
  public void restore(Ssid of, List<Former> former) throws StoreException {
    fail();
    for (Former back : former) {
      List<Run> of2 = runs.get(back.stretch());
      for (int i = 0; i < of2.size(); i++) {
        if (of2.get(i).id() == back.run())
          current.set(back.stretch(), i);
      }
    }
    changes++;
  }

  /// From now on every change fails.
  public void breakDown() {
    broken = true;
  }

  private void fail() throws StoreException {
    if (broken)
      throw new StoreException("The disk is full.");
  }

  @Override
  public Map<Ssid, String> marks() {
    return Map.copyOf(marks);
  }

  @Override
  public void mark(Ssid of, String mark) throws StoreException {
    fail();
    marks.put(of, mark);
  }

  @Override
  public List<MeterRow> meters() {
    return List.of(new MeterRow(ssid, "Kiosk", zone, Optional.empty(), OptionalInt.empty(), Optional.empty(),
        Optional.empty(), readingsStored(), 0, Optional.<Instant>empty(), Optional.<Instant>empty()));
  }

  @Override
  public Optional<MeterRow> meter(Ssid of) {
    return meters().stream().filter(row -> row.ssid().equals(of)).findFirst();
  }

  @Override
  public void rename(Ssid of, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setZone(Ssid of, ZoneId changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> of) {
    return List.of();
  }

  @Override
  public MeterNote note(Ssid of) {
    return notes.getOrDefault(of, MeterNote.empty(of));
  }

  @Override
  public List<MeterNote> all() {
    return List.copyOf(notes.values());
  }

  @Override
  public MeterNote change(Ssid of, UnaryOperator<MeterNote> change) {
    MeterNote changed = change.apply(note(of));
    notes.put(of, changed);
    return changed;
  }
}
