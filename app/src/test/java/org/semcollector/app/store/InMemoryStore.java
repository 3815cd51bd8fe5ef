package org.semcollector.app.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.ReadingCodec;

/// All ports in memory, as simple as can be; keeps the same contract as the database.
public final class InMemoryStore implements IngestStore, ReadingStore, MeterStore, Outbox {
  private final InMemoryTimes times = new InMemoryTimes(this);
  private final Map<Ssid, MeterState> meters = new LinkedHashMap<>();
  private final Map<Ssid, String> names = new HashMap<>();
  private final Map<Ssid, ZoneId> zones = new HashMap<>();
  private final Map<String, VisitRow> visits = new LinkedHashMap<>();
  private final Map<String, VisitProjection.Applied> facts = new HashMap<>();
  private final Map<Integer, TreeMap<Integer, EpochState>> epochs = new HashMap<>();
  private final TreeMap<Long, NewReading> readings = new TreeMap<>();
  private final TreeMap<Long, State> outbox = new TreeMap<>();
  private final Map<Long, String> reasons = new HashMap<>();

  private final Map<Ssid, NavigableMap<Instant, FirmwareReport>> firmware = new HashMap<>();
  private final Map<Ssid, List<Restarts.Restart>> restarts = new HashMap<>();

  /// A meter's restarts.
  public synchronized List<Restarts.Restart> restarts(Ssid ssid) {
    return List.copyOf(restarts.getOrDefault(ssid, List.of()));
  }

  @Override
  public synchronized <T> T write(Work<T> work) throws StoreException {
    return work.run(new Transaction());
  }

  @Override
  public synchronized void readBack(ReadingKey first, ReadingKey last, RawRecords consumer) {
    readings.subMap(first.value(), true, last.value(), true).values()
        .forEach(reading -> consumer.take(reading.key(), reading.raw()));
  }

  /// The times as versions, and stale stamps.
  InMemoryTimes times() {
    return times;
  }

  /// Gives readings another time.
  void retime(long key, CorrectedTime time) {
    readings.computeIfPresent(key, (_, old) -> new NewReading(old.key(), old.record(), old.raw(), old.period(), time,
        old.kwhTotal()));
    outbox.put(key, State.ON_LAPTOP);
    reasons.remove(key);
  }

  Optional<State> outboxState(long key) {
    return Optional.ofNullable(outbox.get(key));
  }

  int id(Ssid ssid) {
    return state(ssid).id();
  }

  Map<Long, NewReading> readingsOf(Ssid ssid) {
    return of(state(ssid).id());
  }

  private MeterState state(Ssid ssid) {
    return meters.computeIfAbsent(ssid, _ -> MeterState.unknown(meters.size() + 1, ssid));
  }

  private Map<Long, NewReading> of(int meter) {
    return readings.subMap(ReadingKey.firstOf(meter), true, ReadingKey.lastOf(meter), true);
  }

  private static StoredReading stored(Ssid ssid, NewReading reading) {
    return new StoredReading(reading.key().value(), ssid, reading.record(),
        ReadingCodec.decode(reading.raw()).readings().getFirst(), reading.period(), reading.time());
  }

  @Override
  public synchronized void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    readings(ssid, range).forEach(consumer);
  }

  @Override
  public synchronized List<StoredReading> readings(Ssid ssid, Range range) {
    if (!meters.containsKey(ssid))
      return List.of();
    return of(state(ssid).id()).values().stream().map(reading -> stored(ssid, reading))
        .filter(reading -> !reading.time().measuredAt().isBefore(range.from())
            && reading.time().measuredAt().isBefore(range.to()))
        .sorted(Comparator.comparing((StoredReading reading) -> reading.time().measuredAt())
            .thenComparingLong(StoredReading::key))
        .toList();
  }

  @Override
  public synchronized List<MeterRow> meters() {
    return meters.keySet().stream().map(this::row).sorted(Comparator.comparing(MeterRow::name)).toList();
  }

  @Override
  public synchronized Optional<MeterRow> meter(Ssid ssid) {
    return meters.containsKey(ssid) ? Optional.of(row(ssid)) : Optional.empty();
  }

  private MeterRow row(Ssid ssid) {
    MeterState meter = state(ssid);
    List<Instant> times = of(meter.id()).values().stream().map(reading -> reading.time().measuredAt()).sorted()
        .toList();
    return new MeterRow(ssid, names.getOrDefault(ssid, ssid.value()), zones.getOrDefault(ssid, ZoneOffset.UTC),
        meter.token(), meter.firmwareVersion(), meter.lastCollectedAt(), meter.lastOutcome(), meter.readings(),
        counts(ssid).values().stream().mapToLong(count -> count).sum(), times.stream().findFirst(),
        times.reversed().stream().findFirst());
  }

  @Override
  public synchronized void rename(Ssid ssid, String name) {
    state(ssid);
    names.put(ssid, name);
  }

  @Override
  public synchronized void setZone(Ssid ssid, ZoneId zone) {
    state(ssid);
    zones.put(ssid, zone);
  }

  @Override
  public synchronized List<VisitRow> visits(Optional<Ssid> ssid) {
    return visits.values().stream().filter(visit -> ssid.isEmpty() || ssid.get().equals(visit.ssid()))
        .sorted(Comparator.comparing(VisitRow::startedAt).reversed()).toList();
  }

  @Override
  public synchronized List<Entry> entries(Ssid ssid, State state, long afterKey, int limit) {
    return of(state(ssid).id()).values().stream()
        .filter(reading -> reading.key().value() > afterKey && outbox.get(reading.key().value()) == state).limit(limit)
        .map(reading -> new Entry(stored(ssid, reading), state, reading.kwhTotal())).toList();
  }

  @Override
  public synchronized void sending(Ssid ssid) {
    times.sending(ssid);
  }

  @Override
  public synchronized void accepted(List<StoredReading> readings) {
    for (StoredReading reading : hasTime(readings)) {
      outbox.computeIfPresent(reading.key(), (_, _) -> State.ACCEPTED);
      reasons.remove(reading.key());
    }
  }

  @Override
  public synchronized void proven(List<StoredReading> readings) {
    for (StoredReading reading : hasTime(readings)) {
      if (outbox.remove(reading.key()) != null)
        times.replaced(reading);
      reasons.remove(reading.key());
    }
  }

  @Override
  public synchronized void refused(List<StoredReading> readings, String reason) {
    for (StoredReading reading : hasTime(readings)) {
      if (outbox.replace(reading.key(), State.REFUSED) != null)
        reasons.put(reading.key(), reason);
    }
  }

  private List<StoredReading> hasTime(List<StoredReading> readings) {
    return readings.stream().filter(reading -> {
      NewReading now = of(state(reading.ssid()).id()).get(reading.key());
      return now != null && now.time().measuredAt().equals(reading.time().measuredAt());
    }).toList();
  }

  @Override
  public synchronized void lost(List<Long> keys) {
    keys.forEach(key -> outbox.putIfAbsent(key, State.ON_LAPTOP));
  }

  @Override
  public synchronized long retryRefused(Ssid ssid) {
    List<Long> refused = of(state(ssid).id()).keySet().stream().filter(key -> outbox.get(key) == State.REFUSED)
        .toList();
    refused.forEach(key -> outbox.put(key, State.ON_LAPTOP));
    return refused.size();
  }

  @Override
  public synchronized Map<String, Long> reasons(Ssid ssid) {
    return of(state(ssid).id()).keySet().stream().filter(key -> outbox.get(key) == State.REFUSED)
        .collect(Collectors.groupingBy(key -> reasons.getOrDefault(key, ""), Collectors.counting()));
  }

  @Override
  public synchronized void forEachProven(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    forEach(ssid, range, reading -> {
      if (!outbox.containsKey(reading.key()))
        consumer.accept(reading);
    });
  }

  @Override
  public synchronized Map<State, Long> counts(Ssid ssid) {
    var counts = new EnumMap<State, Long>(State.class);
    for (State state : State.values()) {
      counts.put(state, of(state(ssid).id()).keySet().stream().filter(key -> outbox.get(key) == state).count());
    }
    return counts;
  }

  /// All firmware states of a meter, oldest first.
  public List<FirmwareReport> firmwareOf(Ssid ssid) {
    return List.copyOf(firmware.getOrDefault(ssid, new TreeMap<>()).values());
  }

  private final class Transaction implements IngestTransaction {
    @Override
    public void restarted(MeterState meter, Restarts.Restart restart) {
      restarts.computeIfAbsent(meter.ssid(), _ -> new ArrayList<>()).add(restart);
    }

    @Override
    public List<Restarts.Restart> restarts(MeterState meter) {
      return InMemoryStore.this.restarts(meter.ssid());
    }

    @Override
    public void report(MeterState meter, FirmwareReport report) {
      firmware.computeIfAbsent(meter.ssid(), _ -> new TreeMap<>()).put(report.at(), report);
    }

    @Override
    public Optional<FirmwareReport> lastFirmware(MeterState meter) {
      return firmwareOf(meter.ssid()).stream().reduce((_, last) -> last);
    }

    @Override
    public MeterState meter(Ssid ssid) {
      return state(ssid);
    }

    @Override
    public void save(MeterState meter) {
      meters.put(meter.ssid(), meter);
    }

    @Override
    public VisitRow visit(VisitRef visit) {
      return visits.getOrDefault(visit.reference(), VisitRow.started(visit));
    }

    @Override
    public void save(VisitRow visit) {
      visits.put(visit.reference(), visit);
    }

    @Override
    public Optional<VisitProjection.Applied> applied(VisitRef visit, String fact) {
      return Optional.ofNullable(facts.get(visit.reference() + " " + fact));
    }

    @Override
    public void remember(VisitRef visit, String fact, VisitProjection.Applied applied) {
      visits.putIfAbsent(visit.reference(), VisitRow.started(visit));
      facts.put(visit.reference() + " " + fact, applied);
    }

    @Override
    public List<EpochState> epochs(int meter) {
      return epochs.getOrDefault(meter, new TreeMap<>()).descendingMap().values().stream()
          .filter(epoch -> epoch.end() != EpochState.End.PROVEN).toList();
    }

    @Override
    public void save(int meter, EpochState epoch) {
      epochs.computeIfAbsent(meter, _ -> new TreeMap<>()).put(epoch.number(), epoch);
    }

    @Override
    public void rawRecords(int meter, int epoch, Consumer<Bytes> consumer) {
      new ArrayList<>(of(meter).values()).stream().filter(reading -> reading.key().epoch() == epoch)
          .forEach(reading -> consumer.accept(reading.raw()));
    }

    @Override
    public List<Long> measuredMillis(int meter, Instant from, Instant to) {
      return of(meter).values().stream().map(reading -> reading.time().measuredAt())
          .filter(at -> !at.isBefore(from) && !at.isAfter(to)).map(Instant::toEpochMilli).toList();
    }

    @Override
    public void insert(Stretch stretch, List<NewReading> added) {
      for (NewReading reading : added) {
        readings.put(reading.key().value(), reading);
        outbox.put(reading.key().value(), State.ON_LAPTOP);
      }
      times.inserted(stretch, added);
    }
  }
}
