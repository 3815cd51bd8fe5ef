package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

/// Meters with hourly readings that are computed when asked for, so that a benchmark of the sync measures the sync and
/// not a database. Keeps one bit per reading.
final class BenchStore implements MeterStore, ReadingStore, Outbox {
  private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");
  private static final long KEYS_PER_METER = 1L << 32;

  private final int readingsPerMeter;
  private final Map<Ssid, Integer> numbers = new LinkedHashMap<>();
  private final List<BitSet> unproven = new ArrayList<>();

  BenchStore(int meters, int readingsPerMeter) {
    this.readingsPerMeter = readingsPerMeter;
    for (int meter = 0; meter < meters; meter++) {
      numbers.put(new Ssid("SEM-24:6f:28:00:%02x:%02x".formatted(meter >> 8, meter & 0xff)), meter);
      var all = new BitSet(readingsPerMeter);
      all.set(0, readingsPerMeter);
      unproven.add(all);
    }
  }

  static String accessToken(int meter) {
    return "bench-token-%08d".formatted(meter);
  }

  /// One reading, always the same.
  StoredReading reading(Ssid ssid, int index) {
    Instant at = START.plus(Duration.ofHours(index));
    float kwh = (float) (0.2 + 0.15 * Math.sin(index * 0.26) + index % 97 * 0.001);
    var raw = new Reading(1, kwh * 1_000, kwh * 1_060, kwh * 4.4f, 229.5f + index % 13 * 0.1f, kwh,
        at.toEpochMilli() - 4_000);
    return new StoredReading(key(ssid, index), ssid, index, raw, SavePeriod.HOUR,
        new CorrectedTime(at, at.minusSeconds(2), at.plusSeconds(2), Why.CLOCK_SET));
  }

  private long key(Ssid ssid, int index) {
    return number(ssid) * KEYS_PER_METER + index + 1;
  }

  private int number(Ssid ssid) {
    return numbers.getOrDefault(ssid, 0);
  }

  @Override
  public List<MeterRow> meters() {
    return numbers.keySet().stream().map(this::row).toList();
  }

  @Override
  public Optional<MeterRow> meter(Ssid ssid) {
    return numbers.containsKey(ssid) ? Optional.of(row(ssid)) : Optional.empty();
  }

  private MeterRow row(Ssid ssid) {
    int number = number(ssid);
    return new MeterRow(ssid, ssid.value(), ZoneOffset.UTC,
        Optional.of(new MeterToken(accessToken(number), new UUID(0, number))), OptionalInt.of(102), Optional.empty(),
        Optional.empty(), readingsPerMeter, unproven.get(number).cardinality(), Optional.of(START),
        Optional.of(START.plus(Duration.ofHours(readingsPerMeter - 1L))));
  }

  @Override
  public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    indices(range).forEach(index -> consumer.accept(reading(ssid, index)));
  }

  @Override
  public List<StoredReading> readings(Ssid ssid, Range range) {
    return indices(range).mapToObj(index -> reading(ssid, index)).toList();
  }

  private IntStream indices(Range range) {
    return IntStream.range(firstAt(range.from()), firstAt(range.to()));
  }

  private int firstAt(Instant time) {
    long hours = Math.ceilDiv(Duration.between(START, time).toMillis(), Duration.ofHours(1).toMillis());
    return Math.clamp(hours, 0, readingsPerMeter);
  }

  @Override
  public synchronized List<Entry> entries(Ssid ssid, State state, long afterKey, int limit) {
    return state != State.ON_LAPTOP
        ? List.of()
        : unproven.get(number(ssid)).stream().filter(index -> key(ssid, index) > afterKey).limit(limit)
            .mapToObj(index -> new Entry(reading(ssid, index), state, index * 0.25)).toList();
  }

  @Override
  public void sending(Ssid ssid) {
    // the times of a benchmark's readings never change
  }

  @Override
  public synchronized void proven(List<StoredReading> readings) {
    readings.forEach(reading -> unproven.get(meter(reading.key())).clear(index(reading.key())));
  }

  private static int meter(long key) {
    return (int) (key / KEYS_PER_METER);
  }

  private static int index(long key) {
    return (int) (key % KEYS_PER_METER) - 1;
  }

  @Override
  public synchronized void lost(List<Long> keys) {
    keys.forEach(key -> unproven.get(meter(key)).set(index(key)));
  }

  @Override
  public void forEachProven(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    BitSet here = unproven.get(number(ssid));
    indices(range).filter(index -> !isUnproven(here, index)).forEach(index -> consumer.accept(reading(ssid, index)));
  }

  private synchronized boolean isUnproven(BitSet meter, int index) {
    return meter.get(index);
  }

  @Override
  public long retryRefused(Ssid ssid) {
    return 0;
  }

  @Override
  public Map<String, Long> reasons(Ssid ssid) {
    return Map.of();
  }

  @Override
  public synchronized Map<State, Long> counts(Ssid ssid) {
    return Map.of(State.ON_LAPTOP, (long) unproven.get(number(ssid)).cardinality());
  }

  @Override
  public void accepted(List<StoredReading> readings) throws StoreException {
    throw new StoreException("The benchmark uploads with a sign-in only.");
  }

  @Override
  public void refused(List<StoredReading> readings, String reason) throws StoreException {
    throw new StoreException("The server refused a benchmark reading: " + reason);
  }

  @Override
  public void rename(Ssid ssid, String name) throws StoreException {
    throw new StoreException("The benchmark's meters have no names.");
  }

  @Override
  public void setZone(Ssid ssid, ZoneId zone) throws StoreException {
    throw new StoreException("The benchmark's meters have no zone.");
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> ssid) {
    return List.of();
  }
}
