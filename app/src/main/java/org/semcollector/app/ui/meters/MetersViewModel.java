package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.collect.CollectTarget;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.meter.Ssid;

/// The meters that are in range or known.
public final class MetersViewModel {
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final MeterStore store;
  private final WifiAdapter wifi;
  private final CollectViewModel collect;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Formats formats;
  private final ObservableList<MeterItem> meters = FXCollections.observableArrayList();
  private final ObservableList<MeterItem> metersView = FXCollections.unmodifiableObservableList(meters);
  private final ReadOnlyObjectWrapper<List<MeterItem>> selected = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper scanning = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<WifiState> air = new ReadOnlyObjectWrapper<>(WifiState.NOT_LOOKED);
  private final ReadOnlyLongWrapper unproven = new ReadOnlyLongWrapper(0);
  private final ReadOnlyBooleanWrapper anyReadings = new ReadOnlyBooleanWrapper(false);
  private Map<Ssid, MeterRow> known = Map.of();
  private Map<Ssid, AccessPoint> heard = Map.of();
  private boolean chosenByUser;

  public MetersViewModel(MeterStore store, WifiAdapter wifi, CollectViewModel collect, Tasks tasks, Clock clock,
      Messages messages, Formats formats) {
    this.store = store;
    this.wifi = wifi;
    this.collect = collect;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    this.formats = formats;
    collect.states().addListener((MapChangeListener<Ssid, MeterState>) _ -> publish());
    collect.onVisited(this::reload);
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
    }, failure -> {
      loaded.set(true);
      problem.set(messages.text("meters.load-failed", String.valueOf(failure.getMessage())));
    });
  }

  /// Looks for meters on the air, unless it is looking already.
  public void scan() {
    if (scanning.get())
      return;
    scanning.set(true);
    tasks.run(messages.text("task.scan"), _ -> wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE), this::scanned,
        failure -> {
          scanning.set(false);
          boolean none = failure instanceof WifiException && !wifi.ability().scans();
          air.set(none ? WifiState.NO_ADAPTER : WifiState.FAILED);
          problem.set(messages.text("meters.scan-failed", String.valueOf(failure.getMessage())));
        });
  }

  /// Writes the times again; they grow while nothing happens.
  public void tick() {
    publish();
  }

  /// Takes over which meters are chosen in the list.
  public void select(List<Ssid> chosen) {
    chosenByUser = !chosen.isEmpty();
    take(chosen);
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

  public ObservableList<MeterItem> meters() {
    return metersView;
  }

  public ReadOnlyObjectProperty<List<MeterItem>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty scanningProperty() {
    return scanning.getReadOnlyProperty();
  }

  /// False until the store was read for the first time.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<WifiState> airProperty() {
    return air.getReadOnlyProperty();
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
    return items.stream().filter(item -> item.air().isPresent()).count();
  }

  private void scanned(List<AccessPoint> found) {
    Map<Ssid, AccessPoint> bySsid = new TreeMap<>();
    found.forEach(point -> bySsid.merge(point.ssid(), point,
        (a, b) -> a.signalDbm() >= b.signalDbm() ? a : b));
    heard = bySsid;
    scanning.set(false);
    problem.set("");
    air.set(found.isEmpty() ? WifiState.NOTHING_HEARD : WifiState.HEARD);
    publish();
  }

  private void publish() {
    Instant now = clock.instant();
    List<Ssid> all = new ArrayList<>(known.keySet());
    heard.keySet().stream().filter(ssid -> !known.containsKey(ssid)).forEach(all::add);
    List<MeterItem> items = all.stream().map(ssid -> item(ssid, now))
        .sorted(Comparator.comparing(MeterItem::name, String.CASE_INSENSITIVE_ORDER).thenComparing(MeterItem::ssid))
        .toList();
    if (!items.equals(meters)) {
      List<Ssid> chosen = selected.get().stream().map(MeterItem::ssid).toList();
      meters.setAll(items);
      take(chosenByUser ? chosen : first(items));
    }
  }

  /// What is shown until somebody chose: the first meter with readings.
  private static List<Ssid> first(List<MeterItem> items) {
    return items.stream().filter(item -> item.known().filter(row -> row.readings() > 0).isPresent()).findFirst()
        .or(() -> items.stream().findFirst()).map(MeterItem::ssid).stream().toList();
  }

  private MeterItem item(Ssid ssid, Instant now) {
    Optional<MeterRow> row = Optional.ofNullable(known.get(ssid));
    Optional<AccessPoint> point = Optional.ofNullable(heard.get(ssid));
    MeterState state = collect.states().getOrDefault(ssid,
        point.isPresent() ? MeterState.IN_RANGE : MeterState.NOT_SEEN);
    Optional<Instant> last = row.flatMap(MeterRow::lastCollectedAt);
    return new MeterItem(ssid, row.map(MeterRow::name).orElse(ssid.value()), state, row, point,
        last.map(at -> formats.ago(at, now)),
        last.filter(at -> Duration.between(at, now).compareTo(FRESH) < 0).isPresent());
  }

  private static List<CollectTarget> targets(List<MeterItem> items) {
    return items.stream()
        .flatMap(item -> item.air().map(point -> new CollectTarget(item.name(), point)).stream()).toList();
  }
}
