package org.semcollector.app.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static java.util.Objects.requireNonNull;

/// Meters, readings, outbox and stale stamps in memory. Ticks can be watched, and the whole store can die.
final class FakeStore implements MeterStore, ReadingStore, Outbox, StaleStamps, Corrections, SyncRuns {
  /// Told of every reading that gets its tick.
  interface Ticks {
    void proven(StoredReading reading);
  }

  private record Meter(Optional<MeterToken> token, String name, TreeSet<StoredReading> readings) {}

  private static final Comparator<StoredReading> BY_TIME = Comparator
      .<StoredReading, Instant>comparing(r -> r.time().measuredAt()).thenComparingLong(StoredReading::key);

  private final Map<Ssid, Meter> meters = new LinkedHashMap<>();
  private final Map<Long, StoredReading> byKey = new HashMap<>();
  private final Map<Long, State> states = new HashMap<>();
  private final Map<Long, String> reasons = new HashMap<>();
  private final Map<Long, CorrectedTime> firstTimes = new HashMap<>();
  private final Map<Ssid, List<Map<Long, CorrectedTime>>> runs = new HashMap<>();
  private final Map<Ssid, Integer> current = new HashMap<>();
  private final List<SyncRuns.Run> history = new ArrayList<>();
  private final Map<Ssid, Long> sent = new HashMap<>();
  private final Map<Ssid, NavigableMap<Long, Set<Long>>> stale = new HashMap<>();
  private Ticks ticks = _ -> {};
  private Runnable beforeAccess = () -> {};
  final FakeFirmwareReports firmware = new FakeFirmwareReports(() -> beforeAccess.run());
  private long lastKey;

  synchronized void onTick(Ticks watcher) {
    ticks = watcher;
  }

  synchronized void beforeAccess(Runnable guard) {
    beforeAccess = guard;
  }

  synchronized void add(Ssid ssid, String name, Optional<MeterToken> token) {
    meters.put(ssid, new Meter(token, name, new TreeSet<>(BY_TIME)));
  }

  synchronized StoredReading store(Ssid ssid, int channel, Instant at, float kwh) {
    var readings = requireNonNull(meters.get(ssid)).readings();
    var raw = new Reading(channel, 230, 240, 1, 230, kwh, at.toEpochMilli());
    var stored = new StoredReading(++lastKey, ssid, readings.size(), raw, SavePeriod.HOUR,
        new CorrectedTime(at, at, at, Why.CLOCK_SET));
    readings.add(stored);
    byKey.put(stored.key(), stored);
    firstTimes.put(stored.key(), stored.time());
    states.put(stored.key(), State.ON_LAPTOP);
    return stored;
  }

  /// All ports at once.
  SyncStores ports() {
    return new SyncStores(this, this, this, this, this, this, firmware,
        sha256 -> sha256.startsWith("aa") ? Optional.of(new FirmwareNews.Name("sem", "1.1.3")) : Optional.empty());
  }

  synchronized Optional<State> state(StoredReading reading) {
    return Optional.ofNullable(states.get(reading.key()));
  }

  synchronized Optional<String> reason(StoredReading reading) {
    return Optional.ofNullable(reasons.get(reading.key()));
  }

  synchronized List<StoredReading> all() {
    return List.copyOf(byKey.values());
  }

  @Override
  public synchronized List<MeterRow> meters() {
    return meters.keySet().stream().map(this::row).toList();
  }

  @Override
  public synchronized Optional<MeterRow> meter(Ssid ssid) {
    return meters.containsKey(ssid) ? Optional.of(row(ssid)) : Optional.empty();
  }

  private MeterRow row(Ssid ssid) {
    Meter meter = requireNonNull(meters.get(ssid));
    var times = meter.readings().stream().map(r -> r.time().measuredAt()).toList();
    return new MeterRow(ssid, meter.name(), ZoneId.of("UTC"), meter.token(), OptionalInt.of(102), Optional.empty(),
        Optional.empty(), times.size(), meter.readings().stream().filter(r -> states.containsKey(r.key())).count(),
        times.isEmpty() ? Optional.empty() : Optional.of(times.getFirst()),
        times.isEmpty() ? Optional.empty() : Optional.of(times.getLast()));
  }

  @Override
  public synchronized void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    readings(ssid, range).forEach(consumer);
  }

  @Override
  public synchronized List<StoredReading> readings(Ssid ssid, Range range) {
    beforeAccess.run();
    return List.copyOf(requireNonNull(meters.get(ssid)).readings().subSet(at(range.from()), at(range.to())));
  }

  // sorts before every reading of its time
  private static StoredReading at(Instant time) {
    return new StoredReading(0, new Ssid("SEM-00:00:00:00:00:00"), 0, new Reading(1, 0, 0, 0, 0, 0, 0), SavePeriod.HOUR,
        new CorrectedTime(time, time, time, Why.CLOCK_SET));
  }

  @Override
  public synchronized List<Entry> entries(Ssid ssid, State state, long afterKey, int limit) {
    beforeAccess.run();
    return requireNonNull(meters.get(ssid)).readings().stream()
        .filter(r -> r.key() > afterKey && states.get(r.key()) == state).limit(limit)
        .map(r -> new Entry(r, state, r.record())).toList();
  }

  /// Gives one reading another time.
  synchronized StoredReading retime(StoredReading reading, Instant at) {
    correct(reading.ssid(), other -> other.key() == reading.key() ? at : other.time().measuredAt());
    return requireNonNull(byKey.get(reading.key()));
  }

  /// A run that gives all readings of a meter new times.
  synchronized void correct(Ssid ssid, Function<StoredReading, Instant> at) {
    beforeAccess.run();
    var times = new TreeMap<Long, CorrectedTime>();
    for (StoredReading now : List.copyOf(requireNonNull(meters.get(ssid)).readings())) {
      Instant moved = at.apply(now);
      times.put(now.key(), new CorrectedTime(moved, moved, moved, Why.VISIT));
    }
    var all = requireNonNull(runs.computeIfAbsent(ssid, _ -> new ArrayList<>(List.of(Map.of()))));
    all.add(times);
    makeCurrent(ssid, all.size() - 1);
  }

  /// Makes an earlier run count again; 0 is the first one.
  synchronized void restore(Ssid ssid, int run) {
    beforeAccess.run();
    if (runs.containsKey(ssid)) {
      makeCurrent(ssid, run);
    }
  }

  private void makeCurrent(Ssid ssid, int run) {
    current.put(ssid, run);
    for (StoredReading now : List.copyOf(requireNonNull(meters.get(ssid)).readings())) {
      CorrectedTime time = timeIn(ssid, run, now.key());
      if (!time.measuredAt().equals(now.time().measuredAt())) {
        move(now, time);
      }
    }
  }

  private CorrectedTime timeIn(Ssid ssid, int run, long key) {
    return requireNonNull(requireNonNull(runs.get(ssid)).get(run).getOrDefault(key, firstTimes.get(key)));
  }

  // It is to be sent again, and its former time is stale if a server may have it.
  private void move(StoredReading now, CorrectedTime time) {
    Meter meter = requireNonNull(meters.get(now.ssid()));
    if (states.get(now.key()) != State.ON_LAPTOP || now.record() < sent.getOrDefault(now.ssid(), 0L)) {
      stale(now.ssid()).computeIfAbsent(now.time().measuredAt().toEpochMilli(), _ -> new HashSet<>()).add(now.key());
    }
    long back = time.measuredAt().toEpochMilli();
    Set<Long> there = stale(now.ssid()).getOrDefault(back, new HashSet<>());
    if (there.remove(now.key()) && there.isEmpty()) {
      stale(now.ssid()).remove(back);
    }
    var moved = new StoredReading(now.key(), now.ssid(), now.record(), now.raw(), now.period(), time);
    meter.readings().remove(now);
    meter.readings().add(moved);
    byKey.put(moved.key(), moved);
    states.put(moved.key(), State.ON_LAPTOP);
  }

  @Override
  public synchronized List<PlacedStretch> stretches(Ssid ssid) {
    int number = List.copyOf(meters.keySet()).indexOf(ssid);
    var all = runs.getOrDefault(ssid, List.of(Map.of()));
    var made = IntStream.range(0, all.size()).mapToObj(run -> new Corrections.Run(run, "fake", 1, Instant.EPOCH))
        .toList();
    var evidence = new Stretch("visit", Optional.empty(), List.of(), Instant.EPOCH, "fake", 1, Instant.EPOCH);
    return List.of(new PlacedStretch(number, evidence, 1, Long.MAX_VALUE, made.get(current.getOrDefault(ssid, 0)),
        made));
  }

  @Override
  public synchronized List<StoredReading> readings(int stretch) {
    Ssid ssid = List.copyOf(meters.keySet()).get(stretch);
    return requireNonNull(meters.get(ssid)).readings().stream()
        .sorted(Comparator.comparingLong(StoredReading::key)).toList();
  }

  @Override
  public synchronized List<CorrectedTime> times(int stretch, int run) {
    return readings(stretch).stream().map(reading -> timeIn(reading.ssid(), run, reading.key())).toList();
  }

  @Override
  public void apply(Ssid ssid, List<NewTimes> changes) throws StoreException {
    throw new StoreException("not part of these tests");
  }

  @Override
  public void restore(Ssid ssid, List<Former> former) throws StoreException {
    throw new StoreException("not part of these tests");
  }

  @Override
  public synchronized long started(Instant at, String server) {
    history.add(new SyncRuns.Run(history.size() + 1L, at, server, Optional.empty(), Optional.empty(), Counts.NOTHING,
        ""));
    return history.size();
  }

  @Override
  public synchronized void ended(long id, Instant at, Outcome outcome, Counts counts, String sentence) {
    var run = history.get((int) id - 1);
    history.set((int) id - 1, new SyncRuns.Run(id, run.startedAt(), run.server(), Optional.of(at), Optional.of(outcome),
        counts, sentence));
  }

  @Override
  public synchronized List<SyncRuns.Run> newest(int limit) {
    return history.reversed().stream().limit(limit).toList();
  }

  private NavigableMap<Long, Set<Long>> stale(Ssid ssid) {
    return stale.computeIfAbsent(ssid, _ -> new TreeMap<>());
  }

  @Override
  public synchronized void sending(Ssid ssid) {
    beforeAccess.run();
    sent.put(ssid, (long) requireNonNull(meters.get(ssid)).readings().size());
  }

  @Override
  public synchronized void accepted(List<StoredReading> readings) {
    beforeAccess.run();
    withTheirTime(readings).forEach(reading -> states.replace(reading.key(), State.ACCEPTED));
  }

  @Override
  public synchronized void proven(List<StoredReading> readings) {
    beforeAccess.run();
    for (StoredReading reading : withTheirTime(readings)) {
      ticks.proven(reading);
      states.remove(reading.key());
    }
  }

  @Override
  public synchronized void refused(List<StoredReading> readings, String reason) {
    beforeAccess.run();
    for (StoredReading reading : withTheirTime(readings)) {
      states.replace(reading.key(), State.REFUSED);
      reasons.put(reading.key(), reason);
    }
  }

  private List<StoredReading> withTheirTime(List<StoredReading> readings) {
    return readings.stream().filter(reading -> requireNonNull(byKey.get(reading.key())).time().equals(reading.time()))
        .toList();
  }

  @Override
  public synchronized void lost(List<Long> keys) {
    beforeAccess.run();
    keys.forEach(key -> states.putIfAbsent(key, State.ON_LAPTOP));
  }

  @Override
  public synchronized long retryRefused(Ssid ssid) {
    var refused = requireNonNull(meters.get(ssid)).readings().stream()
        .filter(reading -> states.get(reading.key()) == State.REFUSED).toList();
    refused.forEach(reading -> states.put(reading.key(), State.ON_LAPTOP));
    return refused.size();
  }

  @Override
  public synchronized Map<String, Long> reasons(Ssid ssid) {
    return requireNonNull(meters.get(ssid)).readings().stream()
        .filter(reading -> states.get(reading.key()) == State.REFUSED)
        .collect(Collectors.groupingBy(reading -> requireNonNull(reasons.get(reading.key())), Collectors.counting()));
  }

  @Override
  public synchronized void forEachProven(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    readings(ssid, range).stream().filter(reading -> !states.containsKey(reading.key())).forEach(consumer);
  }

  @Override
  public synchronized List<Long> next(Ssid ssid, long from, int limit) {
    beforeAccess.run();
    return waiting(ssid).stream().filter(stamp -> stamp >= from).limit(limit).toList();
  }

  private List<Long> waiting(Ssid ssid) {
    var taken = requireNonNull(meters.get(ssid)).readings().stream()
        .filter(reading -> states.get(reading.key()) == State.ACCEPTED || !states.containsKey(reading.key()))
        .map(reading -> reading.time().measuredAt().toEpochMilli()).collect(Collectors.toSet());
    return stale(ssid).keySet().stream().filter(stamp -> !taken.contains(stamp)).toList();
  }

  @Override
  public synchronized void deleted(Ssid ssid, List<Long> stamps) {
    beforeAccess.run();
    stale(ssid).keySet().removeAll(stamps);
  }

  @Override
  public synchronized void seenAgain(Ssid ssid, List<Long> stamps) {
    beforeAccess.run();
    stamps.forEach(stamp -> stale(ssid).computeIfAbsent(stamp, _ -> new HashSet<>()).add(0L));
  }

  @Override
  public synchronized Set<Long> moved(Ssid ssid, List<Long> keys) {
    var waiting = Set.copyOf(waiting(ssid));
    return stale(ssid).entrySet().stream().filter(row -> waiting.contains(row.getKey()))
        .flatMap(row -> row.getValue().stream()).filter(keys::contains).collect(Collectors.toSet());
  }

  @Override
  public synchronized long count(Ssid ssid) {
    return waiting(ssid).size();
  }

  @Override
  public synchronized Map<State, Long> counts(Ssid ssid) {
    var counts = new EnumMap<State, Long>(State.class);
    for (StoredReading reading : requireNonNull(meters.get(ssid)).readings()) {
      State state = states.get(reading.key());
      if (state != null) {
        counts.merge(state, 1L, Long::sum);
      }
    }
    return counts;
  }

  @Override
  public void rename(Ssid ssid, String name) throws StoreException {
    throw new StoreException("not part of these tests");
  }

  @Override
  public void setZone(Ssid ssid, ZoneId zone) throws StoreException {
    throw new StoreException("not part of these tests");
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> ssid) {
    return List.of();
  }
}
