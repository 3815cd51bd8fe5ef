package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// One meter in memory whose readings come, move and go, with the sums that are kept of them.
final class KeptMeter implements ReadingStore, KeptSums, KeptSumsUpdate.Rows {
  static final Ssid SSID = new Ssid("SEM-24:6f:28:ab:cd:01");

  final TreeMap<Long, StoredReading> byKey = new TreeMap<>();
  final Map<Part, TreeMap<YearMonth, Bytes>> rows = new EnumMap<>(
      Map.of(Part.MONTH, new TreeMap<>(), Part.DAYS, new TreeMap<>()));
  private List<StoredReading> sorted = List.of();

  /// Readings of one visit: saves of one to three channels from a start on, with outages and odd values in between.
  static List<StoredReading> visit(SplittableRandom random, long firstKey, Instant start, int channels, int saves,
      SavePeriod period) {
    var readings = new ArrayList<StoredReading>();
    long at = start.toEpochMilli();
    long doubt = random.nextInt(3) == 0 ? 0 : random.nextLong(20_000_000);
    for (int i = 0; i < saves; i++) {
      boolean outage = random.nextInt(60) == 0;
      at += period.length().toMillis() + random.nextInt(4_000) + (outage ? random.nextLong(100_000_000) : 0);
      for (int channel = 1; channel <= channels; channel++)
        readings.add(reading(random, firstKey + readings.size(), channel, at + 1_000L * channel, doubt, period));
    }
    return readings;
  }

  private static StoredReading reading(SplittableRandom random, long key, int channel, long at, long doubt,
      SavePeriod period) {
    boolean odd = random.nextInt(40) == 0;
    float power = odd ? Float.NaN : random.nextInt(4000);
    float kwh = random.nextInt(80) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(2_000_000) / 1e6f;
    var raw = new Reading(channel, power, power * 1.1f, random.nextInt(20), 230 + random.nextInt(9), kwh, at - 77);
    Instant measured = Instant.ofEpochMilli(at);
    var time = new CorrectedTime(measured, measured.minusMillis(doubt), measured.plusMillis(doubt / 2), Why.VISIT);
    return new StoredReading(key, SSID, key, raw, period, time);
  }

  void put(StoredReading reading) {
    byKey.put(reading.key(), reading);
    sorted = List.of();
  }

  List<StoredReading> sorted() {
    if (sorted.size() != byKey.size())
      sorted = byKey.values().stream().sorted(Comparator.comparing(reading -> reading.time().measuredAt())).toList();
    return sorted;
  }

  void update(ZoneId zone, Range changed) throws StoreException {
    KeptSumsUpdate.run(zone, changed, (range, consumer) -> scan(SSID, range, consumer), this);
  }

  @Override
  public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    sorted().stream().filter(reading -> !reading.time().measuredAt().isBefore(range.from())
        && reading.time().measuredAt().isBefore(range.to())).forEach(consumer);
  }

  @Override
  public List<StoredReading> readings(Ssid ssid, Range range) {
    var list = new ArrayList<StoredReading>();
    forEach(ssid, range, list::add);
    return list;
  }

  @Override
  public void forEach(Ssid ssid, Part part, YearMonth first, YearMonth last, Rows taker) {
    of(part).subMap(first, true, last, true).forEach((month, row) -> taker.take(ssid, month, row));
  }

  @Override
  public void forEach(Part part, YearMonth first, YearMonth last, Rows taker) {
    forEach(SSID, part, first, last, taker);
  }

  @Override
  public Optional<Bytes> row(Part part, YearMonth month) {
    return Optional.ofNullable(of(part).get(month));
  }

  @Override
  public void keep(Part part, YearMonth month, Optional<Bytes> row) {
    row.ifPresentOrElse(value -> of(part).put(month, value), () -> of(part).remove(month));
  }

  private NavigableMap<YearMonth, Bytes> of(Part part) {
    return Objects.requireNonNull(rows.get(part));
  }
}
