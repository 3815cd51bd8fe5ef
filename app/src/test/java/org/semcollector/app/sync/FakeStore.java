package org.semcollector.app.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static java.util.Objects.requireNonNull;

/// Meters, readings and outbox in memory. Ticks can be watched, and the whole store can die.
final class FakeStore implements MeterStore, ReadingStore, Outbox {
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
  private Ticks ticks = _ -> {};
  private Runnable beforeAccess = () -> {};
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
    states.put(stored.key(), State.ON_LAPTOP);
    return stored;
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
        .filter(r -> states.get(r.key()) == state).limit(limit)
        .map(r -> new Entry(r, state, r.record())).toList();
  }

  @Override
  public synchronized void accepted(List<Long> keys) {
    beforeAccess.run();
    keys.forEach(key -> states.replace(key, State.ACCEPTED));
  }

  @Override
  public synchronized void proven(List<Long> keys) {
    beforeAccess.run();
    for (Long key : keys) {
      ticks.proven(requireNonNull(byKey.get(key)));
      states.remove(key);
    }
  }

  @Override
  public synchronized void refused(List<Long> keys, String reason) {
    beforeAccess.run();
    for (Long key : keys) {
      states.replace(key, State.REFUSED);
      reasons.put(key, reason);
    }
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
