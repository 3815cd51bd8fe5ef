package org.semcollector.app.ui.shell;

import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.charts.ChartsScreen;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.collect.CollectView;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.collect.Tones;
import org.semcollector.app.ui.collect.WalkViewModel;
import org.semcollector.app.ui.firmware.CampaignViewModel;
import org.semcollector.app.ui.firmware.FirmwareView;
import org.semcollector.app.ui.firmware.PackagesViewModel;
import org.semcollector.app.ui.fx.FolderOpening;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.FxTasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.SystemFileChoice;
import org.semcollector.app.ui.meter.DetailsView;
import org.semcollector.app.ui.meter.DetailsViewModel;
import org.semcollector.app.ui.meters.AirNotice;
import org.semcollector.app.ui.meters.AirViewModel;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.ui.meters.MeterWays;
import org.semcollector.app.ui.meters.MetersView;
import org.semcollector.app.ui.meters.MetersViewModel;
import org.semcollector.app.ui.settings.SettingsViewModel;
import org.semcollector.app.ui.setup.SetUpView;
import org.semcollector.app.ui.setup.SetUpViewModel;
import org.semcollector.app.ui.sync.DevicesViewModel;
import org.semcollector.app.ui.sync.PrepareViewModel;
import org.semcollector.app.ui.sync.PrepareViewModel.Candidate;
import org.semcollector.app.ui.sync.ServerViewModel;
import org.semcollector.app.ui.sync.SyncView;
import org.semcollector.app.ui.sync.SyncViewModel;
import org.semcollector.app.ui.time.TimeView;
import org.semcollector.app.ui.time.TimeViewModel;
import org.semcollector.app.ui.wifi.DoctorView;
import org.semcollector.app.ui.wifi.DoctorViewModel;
import org.semcollector.protocol.meter.Ssid;

/// The window's content for one set of services: makes the view models, joins them and builds the screens.
public final class Shell {
  private final UiServices services;
  private final FxTasks tasks;
  private final Messages messages;
  private final Formats formats;
  private final SettingsViewModel settings;
  private final CollectViewModel collect;
  private final AirViewModel air;
  private final DoctorViewModel doctor;
  private final WalkViewModel walk;
  private final MetersViewModel meters;
  private final ChartsViewModel charts;
  private final TimeViewModel time;
  private final Optional<ServerViewModel> server;
  private final Optional<SyncViewModel> sync;
  private final Optional<DevicesViewModel> devices;
  private final DetailsViewModel details;
  private final SetUpViewModel setUp;
  private final PackagesViewModel packages;
  private final CampaignViewModel campaign;
  private final MeterScreens meterScreens = new Ways();
  private final ShellViewModel shell;
  private final ClockLightViewModel clock;
  private final BooleanBinding busy;
  private final ObjectBinding<List<MeterRow>> rows;
  private final ObjectBinding<List<MeterItem>> all;
  private final ChartMemory memory;
  private Consumer<URI> openPage = _ -> {};
  private final SettingsScreen settingsScreen;
  private FolderOpening opening = _ -> {};

  public Shell(UiServices services, FxTasks tasks, Messages messages) {
    this.services = services;
    this.tasks = tasks;
    this.messages = messages;
    formats = new Formats(messages, services.zone());
    settings = new SettingsViewModel(services.settings(), tasks, messages);
    RadioUse radio = new RadioUse();
    collect = new CollectViewModel(services.collect(), services.air().reviews(), radio, tasks, messages,
        settings::erasePolicy, System::nanoTime);
    air = new AirViewModel(services.wifi(), services.air().byHand(), tasks, services.clock(), messages);
    air.yieldTo(radio.takenProperty()::get);
    meters = new MetersViewModel(services.meters(), air, collect, services.air().insights(), tasks, services.clock(),
        messages, formats);
    walk = new WalkViewModel(services.air().walk(), radio, tasks, messages, settings::erasePolicy, meters::name,
        new Tones());
    walk.onVisited(meters::reload);
    doctor = new DoctorViewModel(services.air().doctor(), tasks, messages);
    meters.selectedProperty().subscribe(chosen -> doctor.wanted(
        chosen.size() == 1 ? Optional.of(chosen.getFirst().ssid()) : Optional.empty()));
    charts = new ChartsViewModel(
        new ChartReview(services.buckets(), services.readings(), services.marks(), services.locale()), tasks,
        services.clock(), services.zone(), messages, formats);
    time = new TimeViewModel(services.times(), tasks, messages);
    time.onChanged(() -> {
      meters.reload();
      charts.reload();
    });
    server = services.sync().map(parts -> new ServerViewModel(parts.server(), tasks, settings, messages));
    sync = services.sync().map(parts -> new SyncViewModel(parts, server.orElseThrow(), tasks, services.clock(),
        messages, formats));
    devices = server.map(vm -> new DevicesViewModel(vm,
        new PrepareViewModel(services.sync().orElseThrow().preparation(), tasks, messages), tasks, messages));
    details = new DetailsViewModel(services.meters(), services.marks(), services.operations(), radio, tasks,
        services.clock(), messages);
    setUp = new SetUpViewModel(services.operations(), radio, tasks, messages);
    packages = new PackagesViewModel(services.operations().library(), tasks, messages);
    campaign = new CampaignViewModel(services.operations(), radio, tasks, messages);
    shell = new ShellViewModel(services, meters, tasks, messages);
    clock = new ClockLightViewModel(services.laptopClock(), tasks, messages);
    BooleanBinding onAir = collect.runningProperty().or(walk.runningProperty()).or(setUp.runningProperty())
        .or(campaign.runningProperty()).or(details.operate().runningProperty());
    busy = sync.map(vm -> vm.runningProperty().or(onAir)).orElse(onAir);
    rows = Bindings.createObjectBinding(() -> rows(meters.meters()), meters.meters());
    all = Bindings.createObjectBinding(() -> List.copyOf(meters.meters()), meters.meters());
    meters.selectedProperty().subscribe(chosen -> charts.show(rows(chosen)));
    meters.selectedProperty().subscribe(chosen -> collect.choose(
        chosen.size() == 1 ? Optional.of(chosen.getFirst().ssid()) : Optional.empty()));
    collect.runningProperty().subscribe(this::watchVisit);
    shell.screenProperty().subscribe(this::showTimes);
    rows.subscribe(this::showTimes);
    meters.selectedProperty().subscribe(this::showTimes);
    memory = new ChartMemory(settings, charts, meters);
    sync.ifPresent(vm -> vm.onFinished(() -> {
      meters.reload();
      clock.look();
    }));
    devices.ifPresent(vm -> vm.onRenamed(meters::reload));
    devices.ifPresent(vm -> rows.subscribe(vm::meters));
    devices.ifPresent(vm -> meters.meters().subscribe(() -> vm.prepare().candidates(candidates(meters.meters()))));
    new Operations(details, setUp, packages, campaign, settings, meters, shell).join();
    settingsScreen = new SettingsScreen(services, settings, tasks, messages, formats);
    settingsScreen.join(meters, shell);
  }

  /// Builds the content.
  ///
  /// @param simulatedOpened told the services of simulated meters, to go on with them
  public Region build(Consumer<UiServices> simulatedOpened) {
    Map<Screen, Region> screens = new EnumMap<>(Screen.class);
    screens.put(Screen.METERS, home(simulatedOpened));
    screens.put(Screen.VISITS, new CollectView(collect, walk, () -> show(Screen.METERS), messages, formats).build());
    screens.put(Screen.CHARTS, charts());
    screens.put(Screen.TIME,
        new TimeView(time, rows, chosen -> meters.select(List.of(chosen.ssid())), messages).build());
    sync.ifPresent(vm -> screens.put(Screen.SYNC, new SyncView(vm, devices.orElseThrow(),
        shell.unprovenBinding(), messages, formats).build()));
    screens.put(Screen.DETAILS, new DetailsView(details, all, ways(), messages, formats).build());
    screens.put(Screen.SET_UP, new SetUpView(setUp, files(), meterScreens::details, messages).build());
    screens.put(Screen.FIRMWARE, new FirmwareView(packages, campaign, files(), messages, formats).build());
    screens.put(Screen.SETTINGS, settingsScreen.build(memory, files(), folder -> opening.open(folder),
        () -> show(Screen.SYNC)));
    return new ShellView(shell, screens, new StatusBar(shell, clock, tasks, messages).build(), messages).build();
  }

  /// Begins to read the store and to look for meters.
  public void start() {
    settings.load();
    clock.look();
    meters.reload();
    sync.ifPresent(SyncViewModel::reload);
    meters.scan();
  }

  /// To be called about twice a minute: times in words grow old.
  public void tick() {
    meters.tick();
    clock.tick();
    sync.ifPresent(SyncViewModel::tick);
  }

  /// To be called about every second: listens for meters, and counts how long one is silent.
  public void beat() {
    air.beat();
    collect.beat();
  }

  /// @param open opens a page of the system's settings
  public void onOpenPage(Consumer<URI> open) {
    openPage = open;
  }

  /// Shows the walk.
  void walk() {
    show(Screen.VISITS); // before, so that the first button can take the focus
    walk.open();
  }

  /// Goes to a screen.
  public void show(Screen screen) {
    if (shell.screens().contains(screen))
      shell.screenProperty().set(screen);
  }

  /// How folders are opened.
  public void onOpenFolder(FolderOpening how) {
    opening = how;
  }

  /// False until the stored settings were read.
  public ReadOnlyBooleanProperty settingsLoadedProperty() {
    return settings.loadedProperty();
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.settingsProperty();
  }

  /// Whether a meter is being visited or a sync runs, which must not be cut off.
  public BooleanBinding busyBinding() {
    return busy;
  }

  /// Asks running visits to stop safely.
  public void stop() {
    collect.cancel();
    walk.stop();
    setUp.cancel();
    details.operate().cancel();
    campaign.cancel();
    sync.ifPresent(SyncViewModel::cancel);
  }

  /// The ways from a meter to the screens that work on it.
  public MeterScreens meterScreens() {
    return meterScreens;
  }

  public UiServices services() {
    return services;
  }

  /// Makes the shortcuts work in a scene.
  public void connect(Scene scene) {
    Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    for (Screen screen : shell.screens())
      actions.put(Shortcut.valueOf(screen.name()), () -> show(screen));
    actions.put(Shortcut.SCAN, meters::scan);
    actions.put(Shortcut.COLLECT, meters::collectSelected);
    actions.put(Shortcut.COLLECT_ALL, this::walk);
    actions.put(Shortcut.CANCEL, () -> {
      collect.cancel();
      walk.stop();
    });
    actions.put(Shortcut.PREVIOUS, charts::previous);
    actions.put(Shortcut.NEXT, charts::next);
    actions.put(Shortcut.NOW, charts::now);
    actions.put(Shortcut.UP, charts::up);
    actions.put(Shortcut.DAY, () -> charts.choose(org.semcollector.app.chart.Period.Kind.DAY));
    actions.put(Shortcut.WEEK, () -> charts.choose(org.semcollector.app.chart.Period.Kind.WEEK));
    actions.put(Shortcut.MONTH, () -> charts.choose(org.semcollector.app.chart.Period.Kind.MONTH));
    actions.put(Shortcut.YEAR, () -> charts.choose(org.semcollector.app.chart.Period.Kind.YEAR));
    scene.getAccelerators().clear();
    actions.forEach((shortcut, action) -> scene.getAccelerators().put(shortcut.keys(), action));
  }

  private Region charts() {
    ChartsScreen.Actions actions = new ChartsScreen.Actions(() -> show(Screen.METERS),
        files(), tasks, services.spreadsheets(), services.corrections(), memory);
    return new ChartsScreen(charts, rows, chosen -> meters.select(chosen.stream().map(MeterRow::ssid).toList()),
        actions, messages, formats).build();
  }

  private static SystemFileChoice files() {
    return new SystemFileChoice(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null));
  }

  private DetailsView.Ways ways() {
    return new DetailsView.Ways(ssid -> meters.select(List.of(ssid)), meterScreens::charts, meterScreens::time,
        meterScreens::setUp, ssid -> meterScreens.firmware(List.of(ssid)));
  }

  private Region home(Consumer<UiServices> simulatedOpened) {
    MeterWays ways = new ListWays(this, page -> openPage.accept(page));
    Region list = new MetersView(meters, doctor, ways, services.clock(), messages).build();
    Region empty = new EmptyView(shell, meters, new AirNotice(meters, doctor, ways, messages).build(),
        simulatedOpened, messages).build();
    return new StackPane(Panes.shownWhile(list, shell.emptyBinding().not().and(doctor.openProperty().not())),
        Panes.shownWhile(empty, shell.emptyBinding().and(doctor.openProperty().not())),
        new DoctorView(doctor, page -> openPage.accept(page), messages).build());
  }

  /// Who has begun visits in the list wants to see them.
  private void watchVisit(boolean running) {
    if (running)
      walk.close();
    if (running && shell.screenProperty().get() == Screen.METERS)
      show(Screen.VISITS);
  }

  /// Times are fetched only while they are seen: those of the chosen meter, else of the one shown before, else of the
  /// first.
  private void showTimes() {
    if (shell.screenProperty().get() != Screen.TIME)
      return;
    List<MeterRow> known = rows.get();
    Optional<MeterRow> chosen = rows(meters.selectedProperty().get()).stream().findFirst();
    Optional<MeterRow> before = time.meterProperty().get()
        .flatMap(shown -> known.stream().filter(row -> row.ssid().equals(shown.ssid())).findFirst());
    time.show(chosen.or(() -> before).or(() -> known.stream().findFirst()));
  }

  private static List<Candidate> candidates(List<MeterItem> items) {
    return items.stream().map(item -> new Candidate(item.ssid(), item.name(),
        item.known().flatMap(MeterRow::token).isPresent())).sorted(Comparator.comparing(Candidate::taken)
            .thenComparing(Candidate::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static List<MeterRow> rows(List<MeterItem> items) {
    return items.stream().flatMap(item -> item.known().stream()).filter(row -> row.readings() > 0)
        .sorted(Comparator.comparing(MeterRow::name, String.CASE_INSENSITIVE_ORDER)).toList();
  }

  /// From a meter to a screen: the meter is chosen in the list too, so that all screens show the same.
  private final class Ways implements MeterScreens {
    @Override
    public void details(Ssid meter) {
      meters.select(List.of(meter));
      details.show(Optional.of(meter));
      show(Screen.DETAILS);
    }

    @Override
    public void setUp(Ssid meter) {
      setUp.choose(meter);
      show(Screen.SET_UP);
    }

    @Override
    public void firmware(List<Ssid> chosen) {
      campaign.meters(List.copyOf(meters.meters()));
      campaign.chooseOnly(chosen);
      show(Screen.FIRMWARE);
    }

    @Override
    public void charts(Ssid meter) {
      meters.select(List.of(meter));
      show(Screen.CHARTS);
    }

    @Override
    public void time(Ssid meter) {
      meters.select(List.of(meter));
      show(Screen.TIME);
    }
  }
}
