package org.semcollector.app.ui.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.WalkUseCase;
import org.semcollector.app.ui.collect.Chime.Sound;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.protocol.meter.Ssid;

/// A walk: what to do now in a word, where each meter stands, and sounds for who looks elsewhere.
public final class WalkViewModel {
  private final WalkUseCase walk;
  private final RadioUse radio;
  private final Tasks tasks;
  private final Messages messages;
  private final Supplier<ErasePolicy> policy;
  private final Function<Ssid, String> names;
  private final Chime chime;
  private final BooleanProperty muted = new SimpleBooleanProperty(false);
  private final ObjectProperty<Optional<String>> site = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<SortedMap<String, List<Ssid>>> sites = new ReadOnlyObjectWrapper<>(
      new TreeMap<>());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<WalkPhase> phase = new ReadOnlyObjectWrapper<>(WalkPhase.READY);
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Transfer> transfer = new ReadOnlyObjectWrapper<>(Transfer.NONE);
  private final ReadOnlyObjectWrapper<List<WalkItem>> route = new ReadOnlyObjectWrapper<>(List.of());
  private String meter = "";
  private Tasks.@Nullable Handle handle;
  private Runnable visited = () -> {};

  /// @param names what people call a meter
  public WalkViewModel(WalkUseCase walk, RadioUse radio, Tasks tasks, Messages messages, Supplier<ErasePolicy> policy,
      Function<Ssid, String> names, Chime chime) {
    this.walk = walk;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    this.policy = policy;
    this.names = names;
    this.chime = chime;
    site.subscribe(_ -> preview());
    ready();
  }

  private void ready() {
    phase.set(WalkPhase.READY);
    says.set(messages.text("walk.ready-says"));
  }

  /// Shows the walk and reads which sites there are.
  public void open() {
    open.set(true);
    if (running.get())
      return;
    ready();
    tasks.run(messages.text("task.sites"), _ -> walk.sites(), found -> {
      sites.set(found);
      preview();
    }, failure -> says.set(messages.text("walk.no-sites", String.valueOf(failure.getMessage()))));
  }

  /// Puts a walk that does not run away.
  public void close() {
    if (!running.get())
      open.set(false);
  }

  /// Begins to walk.
  public void start() {
    if (running.get())
      return;
    if (!radio.take()) {
      says.set(messages.text("walk.radio-taken"));
      return;
    }
    running.set(true);
    tell(WalkPhase.LISTENING, messages.text("walk.listening-says"));
    ErasePolicy erase = policy.get();
    WalkPlan plan = plan();
    handle = tasks.run(messages.text("task.walk"), progress -> walk.run(plan, erase, new Follower(progress), progress),
        this::ended, this::broken);
  }

  /// Asks the walk to stop at the next safe point.
  public void stop() {
    if (handle != null && running.get()) {
      says.set(messages.text("collect.cancelling"));
      handle.cancel();
    }
  }

  /// What to do after each visit.
  public void onVisited(Runnable action) {
    visited = action;
  }

  private WalkPlan plan() {
    return site.get().map(name -> sites.get().getOrDefault(name, List.of())).map(WalkPlan::route)
        .orElseGet(WalkPlan::everything);
  }

  private void preview() {
    if (running.get())
      return;
    WalkPlan plan = plan();
    tasks.run(messages.text("task.sites"), _ -> walk.route(plan), this::show, _ -> {});
  }

  private void show(List<RouteEntry> entries) {
    route.set(entries.stream().map(entry -> WalkItem.of(entry, names.apply(entry.ssid()))).toList());
  }

  private void tell(WalkPhase now, String sentence) {
    phase.set(now);
    says.set(sentence);
  }

  private void sound(Sound sound) {
    if (!muted.get())
      chime.play(sound);
  }

  private void happened(WalkEvent event) {
    switch (event) {
      case WalkEvent.Heard(_, var entries) -> show(entries);
      case WalkEvent.Visiting(var point) -> visiting(point.ssid());
      case WalkEvent.Visited(CollectResult result, boolean again, var entries) -> visited(result, again, entries);
      case WalkEvent.Staying(var meters, var in) ->
        tell(WalkPhase.STAY, messages.text("walk.stay-says", listed(meters), Math.max(1, in.toSeconds())));
      case WalkEvent.WalkOn(var missing) -> {
        sound(Sound.WALK_ON);
        tell(WalkPhase.WALK_ON, missing.isEmpty()
            ? messages.text("walk.on-says")
            : messages.text("walk.on-missing", missing.size(), listed(missing)));
      }
      case WalkEvent.Trouble(String sentence) -> tell(WalkPhase.TROUBLE, sentence);
      case WalkEvent.Ended _ -> {
        // the report comes with the end of the work
      }
    }
  }

  private void visiting(Ssid ssid) {
    meter = names.apply(ssid);
    transfer.set(Transfer.NONE);
    tell(WalkPhase.COLLECTING, messages.text("walk.collecting-says", meter));
  }

  private void visited(CollectResult result, boolean again, List<RouteEntry> entries) {
    show(entries);
    transfer.set(Transfer.NONE);
    boolean failed = result.state() == CollectResult.State.FAILED;
    sound(failed ? Sound.FAILED : Sound.COLLECTED);
    tell(failed && again ? WalkPhase.STAY : WalkPhase.LISTENING,
        messages.text("walk.visited", names.apply(result.ssid()), result.sentence()));
    visited.run();
  }

  /// The first few names; more nobody reads while walking.
  private String listed(List<Ssid> meters) {
    List<String> first = meters.stream().limit(4).map(names).toList();
    String text = String.join(", ", first);
    return meters.size() > first.size() ? messages.text("walk.and-more", text, meters.size() - first.size()) : text;
  }

  private void ended(WalkReport report) {
    show(report.route());
    finish(report.ending() == WalkReport.Ending.COMPLETE ? WalkPhase.COMPLETE : WalkPhase.STOPPED,
        report.problem().map(problem -> messages.text("walk.ended-problem", summary(), problem))
            .orElseGet(this::summary));
    sound(Sound.ENDED);
  }

  private void broken(Throwable failure) {
    finish(WalkPhase.TROUBLE, messages.text("walk.crashed", String.valueOf(failure.getMessage())));
  }

  private void finish(WalkPhase last, String sentence) {
    running.set(false);
    transfer.set(Transfer.NONE);
    radio.give();
    tell(last, sentence);
    visited.run();
  }

  private String summary() {
    List<String> missing = missing();
    return missing.isEmpty()
        ? messages.text("walk.ended", count(StopState.DONE))
        : messages.text("walk.ended-missing", count(StopState.DONE), missing.size(),
            String.join(", ", missing.subList(0, Math.min(4, missing.size()))));
  }

  /// Meters of the route that are not collected.
  public List<String> missing() {
    return route.get().stream().filter(WalkItem::isMissing).map(WalkItem::name).toList();
  }

  private long count(StopState state) {
    return route.get().stream().filter(item -> item.state() == state).count();
  }

  /// Whether the walk is shown instead of single visits.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public BooleanProperty mutedProperty() {
    return muted;
  }

  /// The site to walk; empty = whatever is met.
  public ObjectProperty<Optional<String>> siteProperty() {
    return site;
  }

  /// Sites with their meters.
  public ReadOnlyObjectProperty<SortedMap<String, List<Ssid>>> sitesProperty() {
    return sites.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<WalkPhase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// The sentence below the word.
  public ReadOnlyStringProperty saysProperty() {
    return says.getReadOnlyProperty();
  }

  /// Bytes of the visit that runs.
  public ReadOnlyObjectProperty<Transfer> transferProperty() {
    return transfer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<WalkItem>> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /// Carries what happens to the screen.
  private final class Follower implements WalkListener {
    private final Progress progress;

    Follower(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void on(WalkEvent event) {
      tasks.onScreen(() -> happened(event));
    }

    @Override
    public CollectListener visit(Ssid ssid) {
      return new VisitWatch(progress, tasks, this::step, transfer::set);
    }

    private void step(CollectStep step) {
      transfer.set(Transfer.NONE);
      says.set(messages.text("walk.step", meter, messages.of("step", step)));
    }
  }

  /// How many meters are in each state.
  public Map<StopState, Long> totals() {
    return route.get().stream().collect(java.util.stream.Collectors.groupingBy(WalkItem::state,
        () -> new java.util.EnumMap<>(StopState.class),
        java.util.stream.Collectors.counting()));
  }
}
