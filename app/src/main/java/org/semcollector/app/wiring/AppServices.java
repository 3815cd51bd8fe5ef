package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures;
import org.semcollector.app.chart.MarkSource;
import org.semcollector.app.chart.StoreMarks;
import org.semcollector.app.cli.Benches;
import org.semcollector.app.cli.Services;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.export.CorrectionNames;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.export.xlsx.XlsxFormat;
import org.semcollector.app.firmware.FirmwareSentences;
import org.semcollector.app.firmware.FirmwareUpdate;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.health.HealthQuery;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.journal.files.FileJournal;
import org.semcollector.app.laptopclock.ClockWords;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.semcollector.app.laptopclock.json.JsonClockEvidence;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.CollectStores;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.JournalCatchUp;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotedMeters;
import org.semcollector.app.notes.json.JsonMeterNotes;
import org.semcollector.app.operate.ClockHistoryQuery;
import org.semcollector.app.operate.MeterOperations;
import org.semcollector.app.operate.MeterQuestions;
import org.semcollector.app.operate.OperationSentences;
import org.semcollector.app.rebuild.Rebuild;
import org.semcollector.app.rollup.BucketQuery;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.EnergyQuery;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.settings.json.JsonSettingsStore;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.setup.SetUpService;
import org.semcollector.app.setup.json.JsonSetUps;
import org.semcollector.app.store.Compaction;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.sync.BackoffPolicy;
import org.semcollector.app.sync.ServerDates;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.sync.SyncStores;
import org.semcollector.app.sync.server.HeldNames;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.charts.FxChartPictures;
import org.semcollector.app.walk.Walk;
import org.semcollector.app.walk.json.JsonWalkMemory;
import org.semcollector.app.wifi.AddressedWifi;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.app.wifi.doctor.WifiDoctor;
import org.semcollector.app.wifi.manual.HandJoinAdapter;
import org.semcollector.app.wifi.manual.HandJoinWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services of one data folder, each built when it is first asked for.
final class AppServices implements Services {
  private static final Logger LOG = LoggerFactory.getLogger(AppServices.class);

  private final SystemFacts system;
  private final Path dataDir;
  private final boolean simulated;
  private final LaptopClockEvidence evidence;
  private final MeterNotes notes;
  private final PreparedSetUps preparedSetUps;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable FileJournal journal;
  private @Nullable H2Store store;
  private @Nullable Settlement settlement;
  private @Nullable SyncService sync;
  private @Nullable HandJoinAdapter wifi;

  private AppServices(SystemFacts system, Path dataDir, boolean simulated) {
    this.system = system;
    this.dataDir = dataDir;
    this.simulated = simulated;
    this.evidence = new JsonClockEvidence(dataDir.resolve("laptop-clock.json"));
    this.preparedSetUps = new JsonSetUps(dataDir.resolve("setups.json"));
    this.notes = new JsonMeterNotes(dataDir.resolve("notes"), system.clock());
  }

  static AppServices open(SystemFacts system, Optional<Path> chosen, boolean simulated) {
    Path dataDir = AppDirs.dataDir(chosen, system.environment(), system.osName(), system.home());
    var services = new AppServices(system, simulated ? dataDir.resolve("simulated") : dataDir, simulated);
    AppDirs.makePrivate(services.dataDir);
    services.opened.push(LogFile.open(services.dataDir));
    return services;
  }

  @Override
  public Clock clock() {
    return system.clock();
  }

  @Override
  public ZoneId zone() {
    return settings().load().zone().flatMap(AppServices::zone).orElse(system.zone());
  }

  @Override
  public Locale locale() {
    return settings().load().language().map(Locale::forLanguageTag).orElse(system.locale());
  }

  @Override
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(system.environment().get(name));
  }

  @Override
  public Journal journal() {
    return fileJournal();
  }

  @Override
  public MeterStore meters() throws StoreException, JournalException {
    return new NotedMeters(store().meters(), notes());
  }

  @Override
  public MeterNotes notes() {
    return notes;
  }

  @Override
  public ReadingStore readings() throws StoreException, JournalException {
    return store().readings();
  }

  @Override
  public TimeCorrections corrections() throws StoreException, JournalException {
    return new TimeCorrections(Storing.stores(store()), notes, settlement());
  }

  @Override
  public Outbox outbox() throws StoreException, JournalException {
    return store().outbox();
  }

  @Override
  public BucketSource buckets() throws StoreException, JournalException {
    GapQuery gaps = gaps();
    return new StoredBuckets(new BucketQuery(readings(), store().keptSums(), gaps),
        new EnergyQuery(store().keptSums()), gaps, notes);
  }

  @Override
  public GapQuery gaps() throws StoreException, JournalException {
    return new GapQuery(new CoverageQuery(store().keptSums()), store().meters(), store().corrections(), system.clock());
  }

  /// What charts tell of visits, clock sets, updates and outages.
  MarkSource marks() throws StoreException, JournalException {
    return new StoreMarks(store().meters(), store().corrections(), store().restarts(), gaps());
  }

  @Override
  public ExportedMeters exportedMeters() throws StoreException, JournalException {
    return new ExportedMeters(notes(), correctionNames());
  }

  /// What the times of meters come from.
  ExportedMeters.Source correctionNames() throws StoreException, JournalException {
    Corrections corrections = store().corrections();
    return ssid -> CorrectionNames.of(corrections.stretches(ssid));
  }

  @Override
  public SpreadsheetFormat spreadsheets() {
    return new XlsxFormat();
  }

  @Override
  public MeterClient.Factory meterClients() {
    return new HttpMeterClients();
  }

  @Override
  public HandJoinAdapter wifi() {
    HandJoinAdapter known = wifi;
    if (known != null)
      return known;
    WifiAdapter radio = new AddressedWifi(WifiAdapters.of(system, dataDir), () -> settings().load().meters().address());
    var made = new HandJoinAdapter(radio,
        new HandJoinWatch(radio, system.meterPlace().network(), system.meterPlace().probe(), () -> meters().meters()));
    wifi = made;
    opened.push(made);
    return made;
  }

  @Override
  public WifiDoctor wifiDoctor() {
    return wifiDoctor(wifi());
  }

  /// The doctor of another radio.
  WifiDoctor wifiDoctor(WifiAdapter radio) {
    return new WifiDoctor(radio, passphrases(), system.meterPlace().network(), system.meterPlace().probe());
  }

  @Override
  public FleetPasswords passphrases() {
    return new FleetPasswords(secrets());
  }

  @Override
  public SettingsStore settings() {
    return new JsonSettingsStore(dataDir.resolve("settings.json"), system.clock());
  }

  @Override
  public SecretStore secrets() {
    return simulated ? SecretPlaces.simulated(system, dataDir) : SecretPlaces.of(system, dataDir);
  }

  @Override
  public ChartPictures charts(ChartLabels labels) {
    return FxChartPictures.open(labels);
  }

  @Override
  public Benches benches() {
    return new AppBenches(system);
  }

  @Override
  public CollectService collect() throws StoreException, JournalException {
    return new CollectService(meterClients(), fileJournal(),
        new CollectStores(storing().projection(store(), settlement()), store().meters(), store().readings()),
        system.clock(),
        system.visitPause(), sentences(), laptopClock());
  }

  @Override
  public LaptopClock laptopClock() {
    return simulated
        ? LaptopClock.ofSimulation(new ClockWords(system.locale(), zone()))
        : LaptopClockWiring.of(system, zone(), evidence, fileJournal(), this::meters);
  }

  @Override
  public HealthQuery health() throws StoreException, JournalException {
    return new HealthQuery(
        new HealthQuery.Sources(meters(), notes, readings(), store().corrections(), gaps(), fileJournal(),
            system.clock()),
        settings().load().meters().nominalVoltageV());
  }

  @Override
  public SetUpService setUp() throws StoreException, JournalException {
    return new SetUpService(new SetUpService.Tools(meterClients(), fileJournal(), collect(), meters(), notes,
        preparedSetUps(), system.clock(), new SetUpSentences(system.locale())));
  }

  @Override
  public MeterOperations operations() throws StoreException, JournalException {
    return new MeterOperations(new MeterOperations.Tools(collect(), setUp(), meters(), fileJournal(),
        new OperationSentences(system.locale())));
  }

  @Override
  public MeterQuestions questions() throws StoreException, JournalException {
    return new MeterQuestions(meterClients(), meters(), sentences(), new OperationSentences(system.locale()));
  }

  @Override
  public ClockHistoryQuery clockHistory() throws StoreException, JournalException {
    return new ClockHistoryQuery(store().corrections());
  }

  @Override
  public PreparedSetUps preparedSetUps() {
    return preparedSetUps;
  }

  @Override
  public SetUpPreparation setUpPreparation() throws StoreException, JournalException {
    return new SetUpPreparation(preparedSetUps, meters(), new SetUpSentences(system.locale()));
  }

  @Override
  public FirmwareUpdate firmware() throws StoreException, JournalException {
    return new FirmwareUpdate(new FirmwareUpdate.Tools(meterClients(), fileJournal(), collect(), system.clock(),
        system.visitPause(), sentences(), new FirmwareSentences(system.locale())));
  }

  @Override
  public Walk walk(WifiAdapter radio, ErasePolicy erase) throws StoreException, JournalException {
    var visits = new WifiCollect(new MeterJoin(radio, passphrases()), collect());
    return new Walk(new Walk.Tools(radio, (meter, listener) -> visits.visit(meter, erase, listener), meters()::meters,
        new JsonWalkMemory(dataDir.resolve("walk.json"), system.clock()), system.clock(), system.visitPause()));
  }

  @Override
  public SyncService sync() throws StoreException, JournalException {
    SyncService known = sync;
    if (known != null)
      return known;
    var stores = new SyncStores(meters(), readings(), outbox(), store().staleStamps(), store().corrections(),
        store().syncRuns(), store().firmwareReports(),
        new HeldNames(ServerWiring.library(system, dataDir)));
    SyncService made = new SyncService(stores, HttpThingsBoardServer.opener(system.clock(), dates()),
        BackoffPolicy.STANDARD,
        system.syncPause(), ThreadLocalRandom.current(), system.clock());
    sync = made;
    return made;
  }

  @Override
  public SyncRuns syncRuns() throws StoreException, JournalException {
    return store().syncRuns();
  }

  @Override
  public ServerTools server() throws StoreException, JournalException {
    return ServerWiring.tools(system, dataDir, settings(), secrets(), meters(), dates(),
        sync()::isDue);
  }

  @Override
  public LaptopClockEvidence clockEvidence() {
    return evidence;
  }

  private ServerDates dates() {
    return ServerWiring.dates(system, evidence);
  }

  @Override
  public Rebuild rebuild() {
    return new Rebuild(fileJournal(), notes, databases(), system.clock(), sentences());
  }

  @Override
  public Compaction compaction() {
    return databases();
  }

  private FileJournal fileJournal() {
    FileJournal known = journal;
    if (known != null)
      return known;
    FileJournal made = FileJournal.at(dataDir.resolve("journal"));
    journal = made;
    opened.push(made);
    return made;
  }

  private H2Store store() throws StoreException, JournalException {
    H2Store known = store;
    if (known != null)
      return known;
    H2Store made = H2Store.open(databases().current(), zone(), new KeptSumsFollower());
    opened.push(made);
    NotedMeters.copy(notes, made.meters());
    // a damaged visit must not keep people from the others; sem journal verify and sem rebuild name it
    Settlement settling = storing().settlement(made);
    new JournalCatchUp(fileJournal(), storing().projection(made, settling), made.meters(), system.clock(), sentences())
        .all(Progress.NONE)
        .problems().forEach(problem -> LOG.warn("not taken from the journal: {}", problem));
    settle(settling);
    settlement = settling;
    store = made;
    return made;
  }

  /// Makes up for what a kill prevented. Times that are not settled are times all the same.
  private static void settle(Settlement settling) {
    try {
      settling.all();
    } catch (StoreException e) {
      LOG.warn("times are not settled yet", e);
    }
  }

  private Settlement settlement() throws StoreException, JournalException {
    var _ = store();
    return Objects.requireNonNull(settlement);
  }

  private Storing storing() {
    return new Storing(notes, system.clock());
  }

  private DatabaseFiles databases() {
    return new DatabaseFiles(dataDir, zone(), storing());
  }

  private CollectSentences sentences() {
    return new CollectSentences(system.locale());
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Everything is closed even when one thing cannot be.
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.warn("closing failed", e);
      }
    }
    journal = null;
    store = null;
    settlement = null;
    sync = null;
    wifi = null;
  }
}
