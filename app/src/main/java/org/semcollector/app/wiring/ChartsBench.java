package org.semcollector.app.wiring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.rollup.BucketQuery;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.EnergyQuery;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.rollup.Rollups;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;

/// How long views of charts take on a large store; beside them, from the same run, the same view made by reading all
/// readings of its time.
final class ChartsBench {
  private static final int CHANNELS = 3;
  private static final int VISITS = 24;
  private static final int HOURS_OF_VISIT = 730;
  private static final int VIEWS = 200;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private final Path folder;
  private final int meters;
  private final SplittableRandom random = new SplittableRandom(1);
  private final List<String> lines = new ArrayList<>();

  ChartsBench(Path folder, int meters) {
    this.folder = folder;
    this.meters = meters;
  }

  List<String> run() throws Exception {
    try (H2Store store = open()) {
      double seconds = millis(() -> fill(store)) / 1000;
      int readings = meters * CHANNELS * VISITS * HOURS_OF_VISIT;
      line(String.format(Locale.ROOT,
          "%,d meters x %d channels x 2 years: %,d readings stored with their sums in %.0f s, %,.0f/s; database %.1f bytes"
              + " a reading",
          meters, CHANNELS, readings, seconds, readings / seconds, size() / readings));
    }
    long opening = System.nanoTime();
    try (H2Store store = open()) {
      line(String.format(Locale.ROOT, "opening the store %.0f ms (limit 1500)", (System.nanoTime() - opening) / 1e6));
      views(store);
    }
    return lines;
  }

  private H2Store open() throws StoreException {
    return H2Store.open(folder.resolve("charts"), ZONE, new KeptSumsFollower());
  }

  private double size() throws Exception {
    return Files.size(folder.resolve("charts.mv.db"));
  }

  private void views(H2Store store) throws Exception {
    var gaps = new GapQuery(new CoverageQuery(store.keptSums()), store.meters(), store.corrections(),
        Clock.systemUTC());
    var query = new BucketQuery(store.readings(), store.keptSums(), gaps);
    view("hours of a day", 10, query, store, BucketUnit.HOUR, 1);
    view("hours of a month", 10, query, store, BucketUnit.HOUR, 31);
    view("hours of a year", 10, query, store, BucketUnit.HOUR, 365);
    view("days of a month", 10, query, store, BucketUnit.DAY, 31);
    view("days of two years", 10, query, store, BucketUnit.DAY, 729);
    view("months of two years", 10, query, store, BucketUnit.MONTH, 729);
    measure("gaps of a meter", 10, () -> gaps.gaps(ssid(random.nextInt(meters)), Range.ALL));
    var energies = new EnergyQuery(store.keptSums());
    measure("ranking of all meters over any days", 50, () -> {
      LocalDate first = START.plusDays(random.nextInt(700));
      energies.energies(first, first.plusDays(1 + random.nextInt(730 - (int) START.until(first).toTotalMonths() * 30)));
    });
    measure("ranking of all meters over two years", 50, () -> energies.energies(START, START.plusDays(731)));
    double plain = millis(() -> {
      for (int meter = 0; meter < meters; meter++)
        plain(store, meter, BucketUnit.DAY, range(0, 731));
    });
    line(String.format(Locale.ROOT, "  the same by reading all readings: %,.0f ms", plain));
  }

  private void view(String name, int limit, BucketQuery query, H2Store store, BucketUnit unit, int days)
      throws Exception {
    measure(name, limit, () -> {
      int channel = random.nextInt(CHANNELS + 1);
      query.buckets(ssid(random.nextInt(meters)), channel == 0 ? OptionalInt.empty() : OptionalInt.of(channel), ZONE,
          unit, anyRange(days));
    });
    double plain = 0;
    for (int i = 0; i < 5; i++) {
      Range range = anyRange(days);
      plain += millis(() -> plain(store, random.nextInt(meters), unit, range)) / 5;
    }
    line(String.format(Locale.ROOT, "  the same by reading all readings of the time: %.1f ms", plain));
  }

  private static void plain(H2Store store, int meter, BucketUnit unit, Range range) throws StoreException {
    Rollups.of(store.readings().readings(ssid(meter), Rollups.needed(range, ZONE, unit)), ZONE, unit, range);
  }

  private Range anyRange(int days) {
    return range(random.nextInt(731 - days), days);
  }

  private static Range range(int first, int days) {
    return new Range(START.plusDays(first).atStartOfDay(ZONE).toInstant(),
        START.plusDays(first + days).atStartOfDay(ZONE).toInstant());
  }

  private interface Work {
    void run() throws StoreException;
  }

  private static double millis(Work work) throws StoreException {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e6;
  }

  /// By the clock, and what the processor worked for it: other programs lengthen only the first.
  private void measure(String name, int limit, Work work) throws StoreException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double first = millis(work);
    var times = new double[VIEWS];
    var worked = new double[VIEWS];
    for (int i = 0; i < VIEWS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      times[i] = millis(work);
      worked[i] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
    Arrays.sort(times);
    Arrays.sort(worked);
    line(String.format(Locale.ROOT,
        "%s: median %.2f ms, 95 %% %.2f ms, worst %.2f ms, first %.1f ms (limit %d ms); processor time %.2f ms, 95 %% %.2f ms",
        name, times[VIEWS / 2], times[VIEWS * 95 / 100], times[VIEWS - 1], first, limit, worked[VIEWS / 2],
        worked[VIEWS * 95 / 100]));
  }

  private void line(String text) {
    lines.add(text);
  }

  /// Two years of readings of each meter, brought by monthly visits.
  private void fill(H2Store store) throws StoreException {
    for (int meter = 0; meter < meters; meter++) {
      Ssid ssid = ssid(meter);
      Instant at = START.atStartOfDay(ZONE).toInstant();
      for (int visit = 0; visit < VISITS; visit++) {
        Instant from = at;
        int number = visit;
        store.ingest().write(tx -> {
          int id = tx.meter(ssid).id();
          tx.insert(new Stretch("visit " + number, Optional.of(from), List.of(), from, "even", 1, from),
              readings(id, number, from));
          return true;
        });
        at = at.plusSeconds(3601L * HOURS_OF_VISIT);
      }
    }
  }

  private List<NewReading> readings(int meter, int visit, Instant from) {
    var readings = new ArrayList<NewReading>(CHANNELS * HOURS_OF_VISIT);
    for (int i = 0; i < HOURS_OF_VISIT * CHANNELS; i++) {
      int channel = i % CHANNELS + 1;
      Instant at = from.plusSeconds(3601L * (i / CHANNELS + 1) + channel);
      float power = 200 + random.nextInt(3000);
      var raw = new Reading(channel, power, power * 1.1f, power / 230, 228 + random.nextInt(5), power * 0.00049f,
          at.toEpochMilli());
      var time = new CorrectedTime(at, at.minusSeconds(1), at, Why.CLOCK_SET);
      int position = visit * HOURS_OF_VISIT * CHANNELS + i;
      Bytes bytes = ReadingCodec.encode(List.of(raw));
      readings.add(new NewReading(new ReadingKey(meter, 1, position), position, bytes, SavePeriod.HOUR, time, i * 0.3));
    }
    return readings;
  }

  private static Ssid ssid(int meter) {
    return new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:00:%02x", meter));
  }
}
