package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.MeterInsight;
import org.semcollector.app.ui.collect.CollectTarget;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;

/// The meters that are in range or known: all of them, those that are listed, and those that are chosen.
public final class MetersViewModel {
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final MeterStore store;
  private final AirViewModel air;
  private final CollectViewModel collect;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Formats formats;
  private final Insights insights;
  private final StableOrder order = new StableOrder();
  private final ObservableList<MeterItem> meters = FXCollections.observableArrayList();
  private final ObservableList<MeterItem> metersView = FXCollections.unmodifiableObservableList(meters);
  private final ReadOnlyObjectWrapper<List<MeterItem>> listed = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<MeterFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<MeterItem>> selected = new ReadOnlyObjectWrapper<>(List.of());
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<MeterFilter> filter = new SimpleObjectProperty<>(MeterFilter.ALL);
  private final ObjectProperty<MeterSort> sort = new SimpleObjectProperty<>(MeterSort.NAME);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper unproven = new ReadOnlyLongWrapper(0);
  private final ReadOnlyBooleanWrapper anyReadings = new ReadOnlyBooleanWrapper(false);
  private Map<Ssid, MeterRow> known = Map.of();
  private boolean chosenByUser;

  public MetersViewModel(MeterStore store, AirViewModel air, CollectViewModel collect, MeterInsight.Source source,
      Tasks tasks, Clock clock, Messages messages, Formats formats) {
    this.store = store;
    this.air = air;
    this.collect = collect;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    this.formats = formats;
    this.insights = new Insights(source, tasks, messages);
    collect.states().addListener((MapChangeListener<Ssid, MeterState>) _ -> publish());
    collect.onVisited(this::reload);
    air.onChanged(this::publish);
    query.subscribe(this::list);
    filter.subscribe(this::list);
    sort.subscribe(this::sortNow);
  }

  /// Reads the store again.
  public void reload() {
    tasks.run(messages.text("task.load"), _ -> store.meters(), rows -> {
      Map<Ssid, MeterRow> bySsid = new TreeMap<>();
      rows.forEach(row -> bySsid.put(row.ssid(), row));
      known = bySsid;
      anyReadings.set(rows.stream().anyMatch(row -> row.readings() > 0));
      unproven.set(rows.stream().mapToLong(MeterRow::unproven).sum());
      loaded.set(true);
      publish();
      insights.refresh(rows, this::publish);
    }, failure -> {
      loaded.set(true);
      problem.set(messages.text("meters.load-failed", String.valueOf(failure.getMessage())));
    });
  }

  /// Looks for meters on the air now, and sorts.
  public void scan() {
    sortNow();
    air.scan();
  }

  /// Writes the times again; they grow while nothing happens.
  public void tick() {
    publish();
  }

  /// Whether somebody points at the list: nothing moves then.
  public void hold(boolean pointedAt) {
    boolean released = order.isHeld() && !pointedAt;
    order.hold(pointedAt);
    if (released)
      publish();
  }

  private void sortNow() {
    boolean held = order.isHeld();
    order.hold(false);
    publish();
    order.hold(held);
  }

  /// Takes over which meters are chosen in the list.
  public void select(List<Ssid> chosen) {
    chosenByUser = !chosen.isEmpty();
    take(chosen);
  }

  /// Chooses every listed meter that is in range.
  public void selectInRange() {
    select(listed.get().stream().filter(MeterItem::isInRange).map(MeterItem::ssid).toList());
  }

  private void take(List<Ssid> chosen) {
    selected.set(meters.stream().filter(item -> chosen.contains(item.ssid())).toList());
  }

  /// Visits the chosen meters that are in range.
  public void collectSelected() {
    collect.collect(targets(selected.get()));
  }

  /// Visits every meter in range.
  public void collectAll() {
    collect.collect(targets(meters));
  }

  /// Visits the meter that the user joined.
  public void collectJoined() {
    air.joinedProperty().get().meter().ifPresent(ssid -> collect.collect(List.of(new CollectTarget(name(ssid),
        air.heard(ssid).map(AirViewModel.Heard::point).orElseGet(() -> AccessPoint.named(ssid))))));
  }

  /// Visits a meter that is not heard, by its name.
  ///
  /// @return a sentence when that is no meter's name; empty when its visit begins
  public Optional<String> collectNamed(String typed) {
    Optional<Ssid> ssid = Ssid.parse(typed);
    ssid.ifPresent(meter -> collect.collect(List.of(new CollectTarget(name(meter), AccessPoint.named(meter)))));
    return ssid.isPresent() ? Optional.empty() : Optional.of(messages.text("meters.not-a-name"));
  }

  /// What people call a meter.
  public String name(Ssid ssid) {
    MeterRow row = known.get(ssid);
    return row == null ? ssid.value() : row.name();
  }

  /// All meters by name.
  public ObservableList<MeterItem> meters() {
    return metersView;
  }

  /// The meters that the filter and the search leave, in their places.
  public ReadOnlyObjectProperty<List<MeterItem>> listedProperty() {
    return listed.getReadOnlyProperty();
  }

  /// How many meters each filter leaves.
  public ReadOnlyObjectProperty<Map<MeterFilter, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<MeterItem>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What is searched.
  public StringProperty queryProperty() {
    return query;
  }

  public ObjectProperty<MeterFilter> filterProperty() {
    return filter;
  }

  public ObjectProperty<MeterSort> sortProperty() {
    return sort;
  }

  /// Listening for meters.
  public AirViewModel air() {
    return air;
  }

  /// False until the store was read for the first time.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// A sentence about what could not be read, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Readings of all meters that the server is not proven to have.
  public ReadOnlyLongProperty unprovenProperty() {
    return unproven.getReadOnlyProperty();
  }

  /// Whether anything was ever collected.
  public ReadOnlyBooleanProperty anyReadingsProperty() {
    return anyReadings.getReadOnlyProperty();
  }

  /// How many of these meters can be visited now.
  public static long reachable(List<MeterItem> items) {
    return items.stream().filter(MeterItem::isInRange).count();
  }

  private void publish() {
    Instant now = clock.instant();
    Set<Ssid> all = new TreeSet<>(known.keySet());
    all.addAll(air.inRange());
    List<MeterItem> items = all.stream().map(ssid -> item(ssid, now)).sorted(MeterSort.NAME.order()).toList();
    if (!items.equals(meters)) {
      List<Ssid> chosen = selected.get().stream().map(MeterItem::ssid).toList();
      meters.setAll(items);
      take(chosenByUser ? chosen : first(items));
    }
    list();
  }

  private void list() {
    List<MeterItem> found = meters.stream().filter(item -> MeterFilter.matches(item, query.get())).toList();
    Map<MeterFilter, Integer> each = new EnumMap<>(MeterFilter.class);
    for (MeterFilter one : MeterFilter.values())
      each.put(one, (int) found.stream().filter(one::takes).count());
    counts.set(Map.copyOf(each));
    listed.set(order.of(found.stream().filter(filter.get()::takes).toList(), sort.get().order()));
  }

  /// What is shown until somebody chose: the first meter with readings.
  private static List<Ssid> first(List<MeterItem> items) {
    return items.stream().filter(item -> item.known().filter(row -> row.readings() > 0).isPresent()).findFirst()
        .or(() -> items.stream().findFirst()).map(MeterItem::ssid).stream().toList();
  }

  private MeterItem item(Ssid ssid, Instant now) {
    Optional<MeterRow> row = Optional.ofNullable(known.get(ssid));
    Optional<AirViewModel.Heard> heard = air.heard(ssid);
    MeterState state = collect.states().getOrDefault(ssid,
        heard.isPresent() ? MeterState.IN_RANGE : MeterState.NOT_SEEN);
    Optional<Instant> last = row.flatMap(MeterRow::lastCollectedAt);
    boolean joined = air.joinedProperty().get() instanceof HandJoin.Meter(Ssid there, _, _) && there.equals(ssid);
    return new MeterItem(ssid, row.map(MeterRow::name).orElse(ssid.value()), state, row,
        heard.map(AirViewModel.Heard::point),
        heard.map(one -> Signal.of(one.point(), Duration.between(one.at(), now))).orElse(Signal.NONE), joined,
        last.map(at -> formats.ago(at, now)),
        last.filter(at -> Duration.between(at, now).compareTo(FRESH) < 0).isPresent(), insights.of(ssid));
  }

  private static List<CollectTarget> targets(List<MeterItem> items) {
    return items.stream()
        .flatMap(item -> item.air().map(point -> new CollectTarget(item.name(), point)).stream()).toList();
  }
}
