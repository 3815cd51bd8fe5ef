package org.semcollector.app.safety;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.FirmwareSentences;
import org.semcollector.app.firmware.FirmwareUpdate;
import org.semcollector.app.firmware.MeterLink;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.laptopclock.ClockWords;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.laptopclock.LaptopClockTrust;
import org.semcollector.app.laptopclock.PastTimes;
import org.semcollector.app.laptopclock.ProcessUptime;
import org.semcollector.app.laptopclock.SystemSync;
import org.semcollector.app.laptopclock.json.JsonClockEvidence;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.CollectStores;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.JournalCatchUp;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterOperations;
import org.semcollector.app.operate.MeterQuestions;
import org.semcollector.app.operate.OperationSentences;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.setup.SetUpService;
import org.semcollector.app.setup.json.JsonSetUps;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.app.wifi.WifiVisit;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.meter.Ssid;

/// A laptop with the program on it: journal and database in one folder.
final class Laptop implements AutoCloseable {
  private static final CollectSentences SENTENCES = new CollectSentences(Locale.ENGLISH);

  private final FileJournal files;
  private final Journal journal;
  private final H2Store store;
  private final VisitProjection projection;
  private final CollectService service;
  private final LaptopClock laptopClock;
  private final Clock clock;
  private final Parts parts;

  private final JsonMeterNotes notes;
  private final JsonSetUps prepared;

  private Laptop(Parts parts, Path folder, FileJournal files, H2Store store) {
    this.parts = parts;
    this.notes = new JsonMeterNotes(folder.resolve("notes"), parts.clock);
    this.prepared = new JsonSetUps(folder.resolve("setups.json"));
    this.files = files;
    this.store = store;
    this.clock = parts.clock;
    journal = parts.journal.apply(files);
    projection = parts.projection.apply(new VisitIngest(store.ingest(), ClockEstimators.standard()));
    laptopClock = parts.laptopClock(folder, journal, store);
    service = new CollectService(parts.clients, journal,
        new CollectStores(projection, store.meters(), store.readings()), parts.clock, parts.pause, SENTENCES,
        laptopClock);
  }

  /// What tests exchange.
  static final class Parts {
    private final Clock clock;
    private final Pause pause;
    private MeterClient.Factory clients = new PatientClients();
    private UnaryOperator<Journal> journal = UnaryOperator.identity();
    private UnaryOperator<VisitProjection> projection = UnaryOperator.identity();

    private SystemSync sync = () -> new SystemSync.Kept(Duration.ofSeconds(1));

    private Parts(Clock clock, Pause pause) {
      this.clock = clock;
      this.pause = pause;
    }

    Parts clients(MeterClient.Factory other) {
      clients = other;
      return this;
    }

    Parts journal(UnaryOperator<Journal> decorator) {
      journal = decorator;
      return this;
    }

    Parts projection(UnaryOperator<VisitProjection> decorator) {
      projection = decorator;
      return this;
    }

    /// What the system says of the laptop's clock; well kept where nothing else is said.
    Parts clockSync(SystemSync other) {
      sync = other;
      return this;
    }

    private LaptopClock laptopClock(Path folder, Journal visits, H2Store meters) {
      var past = new PastTimes() {
        @Override
        public Optional<Instant> newestVisit() {
          try {
            return visits.newest();
          } catch (JournalException e) {
            return Optional.empty();
          }
        }

        @Override
        public Optional<Instant> newestReading() {
          try {
            return meters.meters().meters().stream().flatMap(meter -> meter.lastMeasuredAt().stream())
                .max(Instant::compareTo);
          } catch (StoreException e) {
            return Optional.empty();
          }
        }
      };
      return new LaptopClockTrust(new LaptopClockTrust.Sources(clock, new ProcessUptime("test"), sync,
          new JsonClockEvidence(folder.resolve("laptop-clock.json")), past,
          new ClockWords(Locale.UK, ZoneOffset.UTC)));
    }

    Laptop in(Path folder) throws StoreException {
      return new Laptop(this, folder, FileJournal.at(folder.resolve("journal")),
          H2Store.open(folder.resolve("database").resolve("sem"), ZoneOffset.UTC));
    }
  }

  static Parts with(TestTime time) {
    return new Parts(time, time::pass);
  }

  static Parts with(Clock clock, Pause pause) {
    return new Parts(clock, pause);
  }

  CollectResult collect(Ssid ssid, URI uri, ErasePolicy policy, CollectListener listener) {
    return service.collect(new CollectRequest(ssid, uri, policy), listener);
  }

  /// A visit over the air.
  WifiVisit overTheAir(MeterJoin join, AccessPoint meter, ErasePolicy policy, CollectListener listener) {
    return new WifiCollect(join, service).visit(meter, policy, listener);
  }

  /// Somebody said that clock and token are right.
  CollectResult collectConfirmed(Ssid ssid, URI uri) {
    return service.collect(new CollectRequest(ssid, uri, ErasePolicy.NEVER, true, true), CollectListener.NONE);
  }

  FirmwareResult update(TestMeter meter, FirmwareRequest request, FirmwareListener listener) {
    return update(meter.uri(), request, listener);
  }

  FirmwareResult update(URI uri, FirmwareRequest request, FirmwareListener listener) {
    var tools = new FirmwareUpdate.Tools(parts.clients, journal, service, clock, parts.pause, SENTENCES,
        new FirmwareSentences(Locale.ENGLISH));
    return new FirmwareUpdate(tools).run(request, MeterLink.at(uri), listener);
  }

  SetUpResult setUp(SetUpRequest request) {
    return setUps().run(request, CollectListener.NONE);
  }

  private SetUpService setUps() {
    return new SetUpService(new SetUpService.Tools(parts.clients, journal, service, store.meters(), notes, prepared,
        clock, new SetUpSentences(Locale.ENGLISH)));
  }

  /// Clock, token and memory of one meter.
  MeterOperations operations() {
    return new MeterOperations(new MeterOperations.Tools(service, setUps(), store.meters(), journal,
        new OperationSentences(Locale.ENGLISH)));
  }

  /// What a meter says of itself.
  LookResult look(URI uri) {
    return new MeterQuestions(parts.clients, store.meters(), SENTENCES, new OperationSentences(Locale.ENGLISH))
        .look(uri);
  }

  LaptopClock laptopClock() {
    return laptopClock;
  }

  JsonMeterNotes notes() {
    return notes;
  }

  JsonSetUps prepared() {
    return prepared;
  }

  CollectResult collect(TestMeter meter, ErasePolicy policy) {
    return collect(meter.ssid(), meter.uri(), policy, CollectListener.NONE);
  }

  /// Brings the database to where the journal is.
  JournalCatchUp.Report catchUp() throws Exception {
    return new JournalCatchUp(journal, projection, store.meters(), clock, SENTENCES).all(Progress.NONE);
  }

  List<StoredReading> stored(Ssid ssid) throws StoreException {
    return store.readings().readings(ssid, Range.ALL);
  }

  H2Store store() {
    return store;
  }

  Journal journal() {
    return journal;
  }

  @Override
  public void close() throws StoreException {
    files.close();
    store.close();
  }
}
