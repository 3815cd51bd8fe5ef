package org.semcollector.app.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.semcollector.app.backup.Backup;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.SampleBuckets;
import org.semcollector.app.correct.CorrectStores;
import org.semcollector.app.correct.FakeStore;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.correct.VisitedMeter;
import org.semcollector.app.export.Exported;
import org.semcollector.app.export.xlsx.XlsxFormat;
import org.semcollector.app.laptopclock.ClockWords;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.app.wifi.HeardMeters;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Services of a made-up site with a real household's readings.
public final class FakeSite {
  public static final Instant NOW = Instant.parse("2024-06-20T15:20:00Z");
  private static final Range GAP = new Range(Instant.parse("2024-06-08T05:00:00Z"),
      Instant.parse("2024-06-10T13:00:00Z"));
  private static final List<String> NAMES = List.of("Bakery", "Carpenter’s workshop", "Dentist", "Electronics repair",
      "Florist", "Greenhouse", "Household 12, second floor", "Ice-cream parlour");

  /// Energy factors of meters by their place in the list.
  public final Map<Integer, Double> factors = new HashMap<>();
  private final int meters;
  public final CountDownLatch collectMayGoOn = new CountDownLatch(1);
  public volatile Settings settings;
  public volatile Optional<ErasePolicy> lastErase = Optional.empty();

  /// What meters were called by somebody.
  public final Map<Ssid, String> renamed = new HashMap<>();
  /// What meters hold, by their place in the list.
  public final Map<Integer, MeterToken> tokens = new HashMap<>();
  /// What is copied elsewhere.
  public Path dataDir = Path.of("no-such-folder");
  public final MemorySecrets secrets = new MemorySecrets();
  public final FakeOperations operations = new FakeOperations();
  public final FakeAir air = new FakeAir();
  /// In place of one that hears every second meter.
  public Optional<WifiAdapter> radio = Optional.empty();

  public FakeSite(int meters, Settings settings) {
    this.meters = meters;
    this.settings = settings;
  }

  public UiServices services() {
    SampleBuckets sample = new SampleBuckets();
    BucketSource buckets = new BucketSource() {
      @Override
      public List<Bucket> buckets(Ssid ssid, OptionalInt channel, BucketUnit unit, Range range, ZoneId zone) {
        return sample.of("", unit, range, scale(ssid, channel), GAP, NOW).buckets();
      }

      @Override
      public OptionalDouble energyFactor(Ssid ssid) {
        Double factor = factors.get(index(ssid));
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor);
      }
    };
    return new UiServices(store(), buckets, new SampleReadings(sample, GAP, NOW), FakeSite::marks,
        new XlsxFormat(), _ -> Exported.corrections("even", 1), times(),
        this::collect, wifi(), settingsStore(), clock(),
        LaptopClock.ofSimulation(new ClockWords(Locale.UK, ZoneOffset.UTC)), ZoneOffset.UTC, Locale.UK,
        operations.services(),
        air.services(), program(),
        Optional.of(new FakeSync(store(), settingsStore(), clock(), meters).services()),
        Optional.of(() -> new FakeSite(3, settings).services()), false, () -> {});
  }

  private ProgramServices program() {
    return new ProgramServices("0.1.0", List.of(new ProgramServices.Library("H2", "2.4.240", "MPL-2.0 or EPL-1.0"),
        new ProgramServices.Library("ControlsFX", "11.2.4", "BSD-3-Clause")),
        Path.of("/home/maria/.local/share/sem-collector"),
        new Backup(dataDir, clock()), new FleetPasswords(secrets), Locale.UK, ZoneOffset.UTC);
  }

  private TimeCorrections times() {
    FakeStore sample = VisitedMeter.sample();
    CorrectStores stores = sample.stores(store());
    return new TimeCorrections(stores, sample, new Settlement(stores, sample, clock()));
  }

  public static Ssid ssid(int index) {
    return new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:ab:c0:%02x", index));
  }

  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /// Three phases that carry half, a third and a sixth.
  private static double scale(Ssid ssid, OptionalInt channel) {
    double phase = channel.isPresent() ? (4 - channel.getAsInt()) / 6.0 : 1;
    return phase / (1 + index(ssid) % 5);
  }

  private static List<Mark> marks(MeterRow meter, Range range) {
    String name = meter.name();
    return Stream.of(Mark.outage(GAP.from(), GAP.to(), name),
        Mark.visit(Instant.parse("2024-06-03T10:12:00Z"), name, 137),
        Mark.at(Mark.Kind.CLOCK_SET, Instant.parse("2024-06-03T10:13:00Z"), name),
        Mark.at(Mark.Kind.ERASED, Instant.parse("2024-06-03T10:14:00Z"), name),
        Mark.firmware(Instant.parse("2024-06-14T09:00:00Z"), name, OptionalInt.of(110), OptionalInt.of(112)))
        .filter(mark -> mark.from().isBefore(range.to()) && !mark.to().isBefore(range.from())).toList();
  }

  private static int index(Ssid ssid) {
    return Integer.parseInt(ssid.value().substring(ssid.value().length() - 2), 16);
  }

  private MeterStore store() {
    return new MeterStore() {
      @Override
      public List<MeterRow> meters() {
        List<MeterRow> rows = new ArrayList<>();
        for (int i = 0; i < meters; i++)
          rows.add(row(i));
        return rows;
      }

      @Override
      public Optional<MeterRow> meter(Ssid ssid) {
        return meters().stream().filter(row -> row.ssid().equals(ssid)).findFirst();
      }

      @Override
      public void rename(Ssid ssid, String name) {
        renamed.put(ssid, name);
      }

      @Override
      public void setZone(Ssid ssid, ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public List<VisitRow> visits(Optional<Ssid> ssid) {
        return VisitedMeter.sampleVisits();
      }
    };
  }

  private MeterRow row(int i) {
    boolean named = i < NAMES.size();
    Optional<Instant> collected = i % 7 == 6
        ? Optional.empty()
        : Optional.of(NOW.minusSeconds(i == 0 ? 240 : 10_000L * i * i));
    return new MeterRow(ssid(i), named ? NAMES.get(i) : ssid(i).value(), ZoneOffset.UTC,
        Optional.ofNullable(tokens.get(i)),
        OptionalInt.of(112), collected, Optional.of("done"), 4100 + i, i % 3 == 0 ? 0 : 137L * i,
        Optional.of(Instant.parse("2024-01-01T00:00:00Z")), Optional.of(NOW.minusSeconds(1200)));
  }

  private WifiAdapter wifi() {
    if (radio.isPresent())
      return radio.get();
    if (meters == 0)
      return new NoWifiAdapter(new WifiFailure.Unsupported("NetworkManager"));
    List<AccessPoint> heard = new ArrayList<>();
    for (int i = 0; i < meters; i += 2)
      heard.add(AccessPoint.heard(ssid(i), ssid(i).mac(), -48 - i));
    return new HeardMeters(heard);
  }

  private SettingsStore settingsStore() {
    return new SettingsStore() {
      @Override
      public Settings load() {
        return settings;
      }

      @Override
      public void save(Settings changed) {
        settings = changed;
      }
    };
  }

  private CollectResult collect(AccessPoint point, ErasePolicy erase, CollectListener listener) {
    lastErase = Optional.of(erase);
    listener.step(CollectStep.JOIN);
    listener.step(CollectStep.DOWNLOAD);
    listener.bytes(CollectStep.DOWNLOAD).at(1_244_520, 1_820_220);
    try {
      collectMayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    listener.step(CollectStep.LEAVE);
    return new CollectResult(point.ssid(), CollectResult.State.PARTLY, 412, 3688, false,
        Optional.of("journal/SEM-246f28abc000/2024-06-20T15-20-00.000Z"), Optional.of(NOW.minusSeconds(9_000_000)),
        Optional.of(NOW.minusSeconds(1200)), 4, Optional.of(java.time.Duration.ofMinutes(130)),
        "412 new readings are safe on this laptop. The meter refused to be erased, so it still has them. "
            + "Nothing is lost; collect again later to erase it.");
  }
}
