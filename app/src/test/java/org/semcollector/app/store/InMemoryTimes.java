package org.semcollector.app.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// Versions of times and stale stamps in memory, as simple as can be.
final class InMemoryTimes implements Corrections, StaleStamps {
  /// A stretch and what its runs gave.
  private record Placed(int id, Stretch evidence, List<Long> keys, List<Run> runs,
      Map<Integer, List<CorrectedTime>> former, AtomicInteger current) {
    PlacedStretch shown() {
      Run counting = runs.stream().filter(run -> run.id() == current.get()).findFirst().orElseThrow();
      return new PlacedStretch(id, evidence, keys.getFirst(), keys.getLast(), counting, runs);
    }
  }

  private record Stale(long stamp, long key) implements Comparable<Stale> {
    @Override
    public int compareTo(Stale other) {
      int byStamp = Long.compare(stamp, other.stamp);
      return byStamp == 0 ? Long.compare(key, other.key) : byStamp;
    }
  }

  private final InMemoryStore store;
  private final TreeMap<Integer, Placed> stretches = new TreeMap<>();
  private final Map<Integer, Set<Stale>> stale = new HashMap<>();
  private final Map<Integer, Long> sent = new HashMap<>();
  private int lastRun;

  InMemoryTimes(InMemoryStore store) {
    this.store = store;
  }

  void inserted(Stretch stretch, List<NewReading> readings) {
    var run = new Run(++lastRun, stretch.estimator(), stretch.estimatorVersion(), stretch.madeAt());
    int id = stretches.size() + 1;
    stretches.put(id, new Placed(id, stretch, readings.stream().map(reading -> reading.key().value()).toList(),
        new ArrayList<>(List.of(run)), new HashMap<>(), new AtomicInteger(run.id())));
  }

  void sending(Ssid ssid) {
    sent.put(store.id(ssid), (long) store.readingsOf(ssid).size());
  }

  void replaced(StoredReading proven) {
    long stamp = proven.time().measuredAt().toEpochMilli();
    staleOf(proven.ssid()).removeIf(row -> row.stamp() == stamp);
  }

  private Set<Stale> staleOf(Ssid ssid) {
    return stale.computeIfAbsent(store.id(ssid), _ -> new TreeSet<>());
  }

  private Placed placed(int stretch) {
    Placed placed = stretches.get(stretch);
    if (placed == null)
      throw new IllegalArgumentException("no stretch " + stretch);
    return placed;
  }

  private NewReading reading(Ssid ssid, long key) {
    NewReading reading = store.readingsOf(ssid).get(key);
    if (reading == null)
      throw new IllegalArgumentException("no reading " + key);
    return reading;
  }

  private List<CorrectedTime> now(Ssid ssid, Placed placed) {
    return placed.keys().stream().map(key -> reading(ssid, key).time()).toList();
  }

  private Ssid ssid(Placed placed) {
    return store.meters().stream().map(MeterRow::ssid)
        .filter(ssid -> store.id(ssid) == ReadingKey.of(placed.keys().getFirst()).meter()).findFirst().orElseThrow();
  }

  @Override
  public List<PlacedStretch> stretches(Ssid ssid) {
    return stretches.values().stream().filter(placed -> ssid(placed).equals(ssid)).map(Placed::shown).toList();
  }

  @Override
  public List<StoredReading> readings(int stretch) {
    Placed placed = placed(stretch);
    return store.readings(ssid(placed), ReadingStore.Range.ALL).stream()
        .filter(reading -> placed.keys().contains(reading.key()))
        .sorted(Comparator.comparingLong(StoredReading::key)).toList();
  }

  @Override
  public List<CorrectedTime> times(int stretch, int run) {
    Placed placed = placed(stretch);
    if (run == placed.current().get())
      return now(ssid(placed), placed);
    List<CorrectedTime> former = placed.former().get(run);
    if (former == null)
      throw new IllegalArgumentException("no run " + run);
    return former;
  }

  @Override
  public void apply(Ssid ssid, List<NewTimes> changes) {
    var next = new TreeMap<Integer, List<CorrectedTime>>();
    for (NewTimes change : changes) {
      var run = new Run(++lastRun, change.estimator(), change.estimatorVersion(), change.madeAt());
      placed(change.stretch()).runs().add(run);
      switchTo(ssid, change.stretch(), run.id());
      next.put(change.stretch(), change.times());
    }
    write(ssid, next);
  }

  @Override
  public void restore(Ssid ssid, List<Former> runs) {
    var next = new TreeMap<Integer, List<CorrectedTime>>();
    for (Former former : runs) {
      if (placed(former.stretch()).current().get() == former.run())
        continue;
      next.put(former.stretch(), times(former.stretch(), former.run()));
      switchTo(ssid, former.stretch(), former.run());
    }
    write(ssid, next);
  }

  private void switchTo(Ssid ssid, int stretch, int run) {
    Placed placed = placed(stretch);
    placed.former().putIfAbsent(placed.current().get(), now(ssid, placed));
    placed.current().set(run);
  }

  private void write(Ssid ssid, NavigableMap<Integer, List<CorrectedTime>> next) {
    Set<Long> changing = next.keySet().stream().flatMap(id -> placed(id).keys().stream()).collect(Collectors.toSet());
    UniqueTimes unique = UniqueTimes.beside(store.readingsOf(ssid).values().stream()
        .filter(reading -> !changing.contains(reading.key().value()))
        .map(reading -> reading.time().measuredAt().toEpochMilli()).collect(Collectors.toSet()));
    next.forEach((id, times) -> {
      List<Long> keys = placed(id).keys();
      for (int i = 0; i < keys.size(); i++) {
        write(ssid, keys.get(i), unique.take(times.get(i)));
      }
    });
  }

  private void write(Ssid ssid, long key, CorrectedTime time) {
    NewReading reading = reading(ssid, key);
    if (reading.time().equals(time))
      return;
    boolean maybeSent = reading.record() < sent.getOrDefault(store.id(ssid), 0L)
        || !store.outboxState(key).equals(Optional.of(Outbox.State.ON_LAPTOP));
    if (maybeSent && !reading.time().measuredAt().equals(time.measuredAt()))
      staleOf(ssid).add(new Stale(reading.time().measuredAt().toEpochMilli(), key));
    staleOf(ssid).remove(new Stale(time.measuredAt().toEpochMilli(), key));
    store.retime(key, time);
  }

  private List<Stale> counting(Ssid ssid) {
    Set<Long> sentTimes = store.readingsOf(ssid).values().stream().filter(reading -> {
      var state = store.outboxState(reading.key().value());
      return state.isEmpty() || state.get() == Outbox.State.ACCEPTED;
    }).map(reading -> reading.time().measuredAt().toEpochMilli()).collect(Collectors.toSet());
    return staleOf(ssid).stream().filter(row -> !sentTimes.contains(row.stamp())).toList();
  }

  @Override
  public List<Long> next(Ssid ssid, long from, int limit) {
    return counting(ssid).stream().map(Stale::stamp).filter(stamp -> stamp >= from).distinct().limit(limit).toList();
  }

  @Override
  public long count(Ssid ssid) {
    return next(ssid, Long.MIN_VALUE, Integer.MAX_VALUE).size();
  }

  @Override
  public Set<Long> moved(Ssid ssid, List<Long> keys) {
    Set<Long> moved = counting(ssid).stream().map(Stale::key).collect(Collectors.toCollection(HashSet::new));
    moved.retainAll(keys);
    return moved;
  }

  @Override
  public void deleted(Ssid ssid, List<Long> stamps) {
    staleOf(ssid).removeIf(row -> stamps.contains(row.stamp()));
  }

  @Override
  public void seenAgain(Ssid ssid, List<Long> stamps) {
    stamps.forEach(stamp -> staleOf(ssid).add(new Stale(stamp, 0)));
  }
}
