package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Buckets beside the plainest addition there is: minute by minute on the clock face, without anything that the
/// buckets are made with. Clocks change, hours begin at the half hour, visits overlap, readings move, the zone becomes
/// another.
class PlainAdditionTest {
  private static final long MINUTE = 60_000;
  private static final List<String> ZONES = List.of("Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe",
      "America/St_Johns", "Asia/Kathmandu");
  /// Each lies a few days before clocks change in one of the zones.
  private static final List<String> STARTS = List.of("2026-03-27T00:00:00Z", "2026-10-23T06:30:00Z",
      "2026-04-03T00:00:00Z", "2026-10-02T10:00:00Z");

  static IntStream seeds() {
    return IntStream.range(0, 24);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bucketsAreWhatAddingMinuteByMinuteGives(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    var meter = new KeptMeter();
    Instant end = Instant.parse(STARTS.get(random.nextInt(STARTS.size())));
    for (int visit = 0; visit < 3; visit++) {
      SavePeriod period = random.nextInt(3) == 0 ? SavePeriod.MINUTE : SavePeriod.HOUR;
      // some visits hold readings of the time of the one before: other clocks, other channels
      List<StoredReading> readings = KeptMeter.visit(random, meter.byKey.size(),
          end.minusSeconds(random.nextInt(20_000)), 1 + random.nextInt(3), period == SavePeriod.MINUTE ? 200 : 60,
          period);
      readings.forEach(meter::put);
      end = readings.getLast().time().measuredAt();
    }
    for (int zones = 0; zones < 2; zones++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      meter.update(zone, new Range(meter.sorted().getFirst().time().measuredAt(), end));
      for (int channel = 0; channel <= 3; channel++)
        check(meter, zone, channel == 0 ? OptionalInt.empty() : OptionalInt.of(channel), "seed " + seed + " " + zone);
    }
  }

  private static void check(KeptMeter meter, ZoneId zone, OptionalInt channel, String what) throws Exception {
    var query = new BucketQuery(meter, meter, OutageSource.NONE);
    List<StoredReading> counted = meter.sorted().stream()
        .filter(reading -> channel.isEmpty() || reading.raw().channel() == channel.getAsInt()).toList();
    Function<ZonedDateTime, Object> hour = at -> at.truncatedTo(ChronoUnit.HOURS).toLocalDateTime() + ""
        + at.getOffset();
    Function<ZonedDateTime, Object> day = ZonedDateTime::toLocalDate;
    Function<ZonedDateTime, Object> month = at -> LocalDate.of(at.getYear(), at.getMonth(), 1);
    for (var unit : Map.of(BucketUnit.HOUR, hour, BucketUnit.DAY, day, BucketUnit.MONTH, month).entrySet()) {
      Plain plain = new Plain(counted, zone, unit.getValue());
      for (Bucket bucket : query.buckets(KeptMeter.SSID, channel, zone, unit.getKey(), Range.ALL)) {
        Object key = unit.getValue().apply(bucket.from().atZone(zone));
        String which = what + " " + unit.getKey() + " " + channel + " " + key;
        assertEquals(plain.kwh.getOrDefault(key, 0.0), bucket.energyKwh(), 1e-9, which);
        assertEquals(plain.covered.getOrDefault(key, 0L), bucket.covered().toMillis(), which);
        assertEquals(plain.ends.getOrDefault(key, 0), bucket.readings(), which);
        plain.ends.remove(key);
      }
      assertEquals(Map.of(), plain.ends, what + ": readings in no bucket");
    }
  }

  /// Energy, covered time and ends of readings by what the clock face shows.
  private static final class Plain {
    private final ZoneId zone;
    private final Function<ZonedDateTime, Object> key;
    private final Map<Object, Double> kwh = new HashMap<>();
    private final Map<Object, Long> covered = new HashMap<>();
    private final Map<Object, Integer> ends = new HashMap<>();

    Plain(List<StoredReading> readings, ZoneId zone, Function<ZonedDateTime, Object> key) {
      this.zone = zone;
      this.key = key;
      Map<Integer, Long> last = new HashMap<>();
      TreeMap<Long, Long> union = new TreeMap<>();
      List<long[]> intervals = new ArrayList<>();
      for (StoredReading reading : readings) {
        long to = reading.time().measuredAt().toEpochMilli();
        long nominal = reading.period().length().toMillis();
        long apart = to - last.getOrDefault(reading.raw().channel(), Long.MIN_VALUE / 2);
        long length = apart > 0 && apart <= nominal + 20_000 ? apart : nominal;
        last.put(reading.raw().channel(), to);
        ends.merge(at(to - 1), 1, Integer::sum);
        double energy = reading.intervalEnergyKwh();
        if (Double.isFinite(energy)) {
          byMinute(to - length, to, (place, millis) -> kwh.merge(place, energy * millis / length, Double::sum));
          intervals.add(new long[]{to - length, to});
        }
      }
      intervals.sort(Comparator.comparingLong(interval -> interval[0]));
      for (long[] interval : intervals) {
        Map.Entry<Long, Long> before = union.lastEntry();
        if (before != null && before.getValue() >= interval[0])
          union.put(before.getKey(), Math.max(before.getValue(), interval[1]));
        else
          union.put(interval[0], interval[1]);
      }
      union.forEach((from, to) -> byMinute(from, to, (place, millis) -> covered.merge(place, millis, Long::sum)));
    }

    private Object at(long millis) {
      return key.apply(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /// No clock of these years changes but at a whole minute.
    private void byMinute(long from, long to, BiConsumer<Object, Long> part) {
      for (long start = from; start < to;) {
        long end = Math.min(to, (Math.floorDiv(start, MINUTE) + 1) * MINUTE);
        part.accept(at(start), end - start);
        start = end;
      }
    }
  }
}
