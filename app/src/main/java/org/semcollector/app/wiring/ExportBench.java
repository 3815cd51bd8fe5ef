package org.semcollector.app.wiring;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.semcollector.app.export.CorrectionNames;
import org.semcollector.app.export.CsvStyle;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.ExportFile;
import org.semcollector.app.export.ExportedMeter;
import org.semcollector.app.export.ReadingExport;
import org.semcollector.app.export.Rows;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;

/// How fast readings become CSV: from the database, and without it; beside it, from the same run, how fast the same bytes
/// go through a bare [BufferedWriter], which is the limit.
final class ExportBench {
  /// What is asked for, rows a second.
  private static final int WANTED = 500_000;
  private static final int PACK = 20_000;
  /// Many meters: a million hours of one would be a century.
  private static final int METERS = 20;
  private static final int ROUNDS = 3;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /// Rows a second, by the clock on the wall and by the time of the processor: other programs slow only the first.
  private record Speed(double wall, double processor) {
    static final Speed NONE = new Speed(0, 0);

    Speed better(Speed other) {
      return new Speed(Math.max(wall, other.wall), Math.max(processor, other.processor));
    }
  }

  private final Path folder;
  private final int count;

  ExportBench(Path folder, int count) {
    this.folder = folder;
    this.count = count;
  }

  List<String> run() throws Exception {
    Path file = folder.resolve("readings.csv");
    Speed encoded = Speed.NONE;
    for (int i = 0; i < ROUNDS; i++)
      encoded = encoded.better(speed(new Made(count / METERS), file));
    Speed stored = Speed.NONE;
    try (H2Store store = H2Store.open(folder.resolve("bench"), ZONE)) {
      fill(store);
      for (int i = 0; i < ROUNDS; i++)
        stored = stored.better(speed(store.readings(), file));
    }
    double bare = bare(file);
    return List.of(
        String.format(Locale.ROOT,
            "%,d readings from the database to a CSV file of %.0f MB: %,.0f rows/s (wanted: %,d), "
                + "%,.0f rows a second of processor time",
            count, Files.size(file) / 1e6, stored.wall(), WANTED,
            stored.processor()),
        String.format(Locale.ROOT, "the same rows without a database: %,.0f rows/s, %,.0f a second of processor time",
            encoded.wall(), encoded.processor()),
        String.format(Locale.ROOT, "limit: the same bytes through a bare BufferedWriter: %,.0f rows/s", bare),
        String.format(Locale.ROOT,
            "heap: at most %.0f MB outlived a collection, out of %,d MB allowed (best of %d each)",
            keptMegabytes(), Runtime.getRuntime().maxMemory() >> 20, ROUNDS));
  }

  private Speed speed(ReadingStore readings, Path file) throws Exception {
    List<ExportedMeter> meters = IntStream.range(0, METERS).mapToObj(ExportBench::meter).toList();
    var threads = ManagementFactory.getThreadMXBean();
    long processor = threads.getCurrentThreadCpuTime();
    long from = System.nanoTime();
    Rows rows = ExportFile.write(file, out -> new ReadingExport(readings).write(meters, ReadingStore.Range.ALL,
        new CsvWriter(out, CsvStyle.RFC_4180), Progress.NONE));
    double seconds = (System.nanoTime() - from) / 1e9;
    if (rows.count() != count)
      throw new IllegalStateException(rows.count() + " rows instead of " + count);
    return new Speed(count / seconds, count / ((threads.getCurrentThreadCpuTime() - processor) / 1e9));
  }

  private void fill(H2Store store) throws Exception {
    for (int meter = 0; meter < METERS; meter++) {
      Ssid ssid = ssid(meter);
      int id = store.ingest().write(tx -> tx.meter(ssid).id());
      for (int first = 0; first < count / METERS; first += PACK)
        fill(store, id, first, Math.min(count / METERS, first + PACK));
    }
  }

  private static void fill(H2Store store, int id, int first, int end) throws Exception {
    var stretch = new Stretch("bench", Optional.empty(), List.of(), START, "none", 1, START);
    var readings = new ArrayList<NewReading>(end - first);
    for (int i = first; i < end; i++) {
      readings.add(new NewReading(new ReadingKey(id, 1, i), i, ReadingCodec.encode(List.of(raw(i))), SavePeriod.HOUR,
          time(i), i * 0.3));
    }
    store.ingest().write(tx -> {
      tx.insert(stretch, readings);
      return true;
    });
  }

  private double bare(Path file) throws IOException {
    long bytes = Files.size(file);
    String block;
    try (var in = Files.newInputStream(file)) {
      block = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long from = System.nanoTime();
      try (OutputStream out = Files.newOutputStream(folder.resolve("bare.csv"));
          var writer = new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8))) {
        for (long written = 0; written < bytes; written += block.length())
          writer.write(block);
      }
      best = Math.max(best, count / ((System.nanoTime() - from) / 1e9));
    }
    return best;
  }

  /// What outlived the youngest objects, at its largest.
  private static double keptMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> !pool.getName().contains("Eden")).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
  }

  private static Ssid ssid(int meter) {
    return new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:00:%02x", meter));
  }

  private static ExportedMeter meter(int meter) {
    return new ExportedMeter(ssid(meter), "Bakery", ZONE, OptionalDouble.empty(), new TreeMap<>(), CorrectionNames.NONE,
        Optional.empty(), Optional.empty());
  }

  /// Numbers with as many digits as meters send: floats made of integers would be written too easily.
  private static Reading raw(int i) {
    var random = new SplittableRandom(i);
    float volts = 225 + (float) random.nextDouble() * 10;
    float amps = (float) random.nextDouble() * 9;
    float apparent = volts * amps;
    return new Reading(1, apparent * (0.8f + (float) random.nextDouble() * 0.2f), apparent, amps, volts,
        apparent / 1000 * (float) random.nextDouble(), START.toEpochMilli() + 3_601_250L * i);
  }

  private static CorrectedTime time(int i) {
    Instant at = START.plusMillis(3_601_250L * i);
    return new CorrectedTime(at, at.minusSeconds(1800), at.plusSeconds(1800), Why.VISIT);
  }

  /// Readings that come from nowhere, a few thousand over and over at later times.
  private record Made(int count) implements ReadingStore {
    @Override
    public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
      List<Reading> some = new ArrayList<>();
      for (int i = 0; i < PACK; i++)
        some.add(raw(i));
      for (int i = 0; i < count; i++)
        consumer.accept(new StoredReading(i, ssid, i, some.get(i % PACK), SavePeriod.HOUR, time(i)));
    }

    @Override
    public List<StoredReading> readings(Ssid ssid, Range range) {
      List<StoredReading> all = new ArrayList<>();
      forEach(ssid, range, all::add);
      return all;
    }
  }
}
