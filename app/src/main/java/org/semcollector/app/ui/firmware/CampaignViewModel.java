package org.semcollector.app.ui.firmware;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareSentences;
import org.semcollector.app.firmware.FlightCheck;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Brings the chosen firmware to many meters, one after the other, and tells where each stands. Where they stand is kept
/// by the journal: a campaign that was ended anywhere goes on with the meters that are left.
public final class CampaignViewModel {
  private final OperationServices services;
  private final RadioUse radio;
  private final Tasks tasks;
  private final Messages messages;
  private final FlightCheck check;
  private final ObservableList<UpdateItem> items = FXCollections.observableArrayList();
  private final ObservableList<UpdateItem> itemsView = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyObjectWrapper<Set<Objection.Kind>> overridden = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Deque<Ssid> waiting = new ArrayDeque<>();
  private final Map<Ssid, Boolean> choices = new HashMap<>();
  private List<MeterItem> meters = List.of();
  private Optional<Offer> offer = Optional.empty();
  private Optional<String> offerOfItems = Optional.empty();
  private Optional<String> recalledFor = Optional.empty();
  private Tasks.@Nullable Handle handle;
  private Runnable updated = () -> {};
  private Runnable choiceChanged = () -> {};

  public CampaignViewModel(OperationServices services, RadioUse radio, Tasks tasks, Messages messages) {
    this.services = services;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    check = new FlightCheck(new FirmwareSentences(messages.locale()));
  }

  /// The meters that are known or heard now.
  public void meters(List<MeterItem> now) {
    boolean same = now.stream().map(MeterItem::ssid).toList().equals(meters.stream().map(MeterItem::ssid).toList());
    meters = List.copyOf(now);
    if (same)
      items.replaceAll(item -> meters.stream().filter(meter -> meter.ssid().equals(item.ssid())).findFirst()
          .map(item::seen).map(seen -> seen.judged(objections(seen.meter()))).orElse(item));
    else
      reload();
  }

  /// The firmware that is to be sent.
  public void offer(Optional<Offer> shown) {
    boolean same = shown.map(Offer::id).equals(offer.map(Offer::id))
        && shown.flatMap(Offer::version).equals(offer.flatMap(Offer::version));
    boolean others = recalledFor.isPresent() && !recalledFor.equals(shown.map(Offer::id));
    if (!same && (offer.isPresent() || others))
      choices.clear();
    if (shown.isPresent())
      recalledFor = Optional.empty();
    offer = shown;
    overridden.set(Set.of());
    reload();
  }

  /// Asks the journal where the meters stand.
  public void reload() {
    Optional<FirmwarePackage> offered = offer.flatMap(Offer::offered);
    if (running.get())
      return;
    if (offered.isEmpty()) {
      items.clear();
      return;
    }
    int number = offered.get().version().number().orElse(-1);
    List<Ssid> all = meters.stream().map(MeterItem::ssid).toList();
    tasks.run(messages.text("task.campaign"), _ -> services.campaigns().of(all, number), this::show,
        failure -> problem.set(messages.text("firmware.standing-failed", String.valueOf(failure.getMessage()))));
  }

  private void show(Campaign campaign) {
    if (running.get())
      return;
    Map<Ssid, UpdateItem> before = new HashMap<>();
    items.forEach(item -> before.put(item.ssid(), item));
    if (!offerOfItems.equals(offer.map(Offer::id)))
      before.clear();
    offerOfItems = offer.map(Offer::id);
    List<UpdateItem> found = new ArrayList<>();
    for (Campaign.Entry entry : campaign.meters())
      meters.stream().filter(meter -> meter.ssid().equals(entry.ssid())).findFirst()
          .ifPresent(meter -> found.add(item(meter, entry.standing(), before.get(entry.ssid()))));
    found.sort(Comparator.comparing((UpdateItem item) -> !item.objections().isEmpty())
        .thenComparing(item -> item.meter().name(), String.CASE_INSENSITIVE_ORDER));
    items.setAll(found);
    problem.set("");
  }

  private UpdateItem item(MeterItem meter, Campaign.Standing standing, @Nullable UpdateItem before) {
    List<Objection> objections = objections(meter);
    boolean failedNow = before != null && before.state() == UpdateState.FAILED && standing == Campaign.Standing.OPEN;
    UpdateState state = failedNow ? UpdateState.FAILED : UpdateState.of(standing);
    boolean wanted = choices.getOrDefault(meter.ssid(),
        before != null ? before.chosen() : objections.isEmpty() && state == UpdateState.OPEN);
    return new UpdateItem(meter, state, objections, wanted, 0, before == null ? "" : before.sentence());
  }

  /// By what is known of the meter; it is asked again before anything is sent.
  private List<Objection> objections(MeterItem meter) {
    Optional<FirmwarePackage> offered = offer.flatMap(Offer::offered);
    Optional<MeterRow> row = meter.known().filter(known -> known.firmwareVersion().isPresent());
    if (offered.isEmpty() || row.isEmpty())
      return List.of();
    return check.check(offered.get(), new FirmwareVersion(row.get().firmwareVersion().getAsInt()),
        row.get().token().map(MeterToken::deviceProfileId));
  }

  /// Takes a meter into the campaign or out of it.
  void choose(Ssid meter, boolean wanted) {
    choices.put(meter, wanted);
    change(meter, item -> item.choosing(wanted));
    choiceChanged.run();
  }

  /// Only these meters.
  public void chooseOnly(List<Ssid> wanted) {
    choices.clear();
    meters.forEach(meter -> choices.put(meter.ssid(), wanted.contains(meter.ssid())));
    items.replaceAll(item -> item.choosing(wanted.contains(item.ssid())));
    choiceChanged.run();
  }

  /// Insists on what speaks against it, or no longer.
  void override(Objection.Kind kind, boolean insist) {
    Set<Objection.Kind> changed = EnumSet.noneOf(Objection.Kind.class);
    changed.addAll(overridden.get());
    if (insist)
      changed.add(kind);
    else
      changed.remove(kind);
    overridden.set(Set.copyOf(changed));
  }

  /// What can be insisted on for the chosen meters: what is known to speak against them, and what a meter said itself.
  Set<Objection.Kind> overridable() {
    Set<Objection.Kind> kinds = new TreeSet<>();
    for (UpdateItem item : items) {
      if (item.chosen()) {
        item.objections().stream().map(Objection::kind).filter(Objection.Kind::isOverridable).forEach(kinds::add);
        if (item.state() == UpdateState.ROLLED_BACK || item.state() == UpdateState.UNKNOWN)
          kinds.add(Objection.Kind.SENT_BEFORE);
      }
    }
    return kinds;
  }

  /// Updates the chosen meters that are in range and left.
  public void update() {
    start(items.stream().filter(item -> isLeft(item)).map(UpdateItem::ssid).toList());
  }

  /// Once more, only the chosen meters whose update failed.
  public void retryFailed() {
    start(items.stream().filter(item -> item.state() == UpdateState.FAILED && isLeft(item)).map(UpdateItem::ssid)
        .toList());
  }

  /// Whether the next run would go to this meter.
  boolean isLeft(UpdateItem item) {
    boolean again = overridden.get().contains(Objection.Kind.SENT_BEFORE);
    boolean open = switch (item.state()) {
      case OPEN, FAILED, UNKNOWN -> true; // an unknown one is asked first; nothing is sent a second time by itself
      case ROLLED_BACK -> again;
      default -> false;
    };
    return open && item.chosen() && item.inRange() && item.objections().stream()
        .allMatch(objection -> overridden.get().contains(objection.kind()));
  }

  /// Comes back to the meters of an earlier day, unless others were chosen meanwhile.
  public void recall(String firmware, List<String> chosen) {
    if (!choices.isEmpty() || !items.isEmpty())
      return;
    recalledFor = Optional.of(firmware);
    meters.forEach(meter -> choices.put(meter.ssid(), chosen.contains(meter.ssid().value())));
  }

  /// The meters that are chosen.
  public List<Ssid> chosen() {
    return items.stream().filter(UpdateItem::chosen).map(UpdateItem::ssid).toList();
  }

  private void start(List<Ssid> list) {
    if (list.isEmpty() || running.get() || !radio.take())
      return;
    running.set(true);
    cancelling.set(false);
    problem.set("");
    choiceChanged.run();
    list.forEach(ssid -> change(ssid, item -> item.in(UpdateState.WAITING, "")));
    waiting.addAll(list);
    next();
  }

  /// Stops at the next safe point; meters that wait are left as they are.
  public void cancel() {
    waiting.forEach(ssid -> change(ssid, item -> item.in(UpdateState.OPEN, "")));
    waiting.clear();
    if (handle != null && running.get()) {
      cancelling.set(true);
      handle.cancel();
    }
  }

  private void next() {
    Ssid ssid = waiting.poll();
    Optional<UpdateItem> item = items.stream().filter(one -> one.ssid().equals(ssid)).findFirst();
    Optional<FirmwarePackage> offered = offer.flatMap(Offer::offered);
    if (ssid == null || item.isEmpty() || offered.isEmpty() || item.get().meter().air().isEmpty()) {
      running.set(false);
      radio.give();
      updated.run();
      return;
    }
    var accessPoint = item.get().meter().air().get();
    var request = new FirmwareRequest(ssid, offered.get(), overridden.get(), ErasePolicy.NEVER);
    handle = tasks.run(messages.text("task.update", item.get().meter().name()),
        progress -> services.update().update(accessPoint, request,
            new UpdateWatch(progress, tasks, step -> change(ssid, one -> one.in(UpdateState.of(step), "")),
                percent -> change(ssid, one -> one.at(percent)))),
        result -> ended(ssid, UpdateState.of(result.state()), result.sentence()),
        failure -> ended(ssid, UpdateState.UNKNOWN,
            messages.text("firmware.crashed", String.valueOf(failure.getMessage()))));
  }

  private void ended(Ssid ssid, UpdateState state, String sentence) {
    change(ssid, item -> item.in(state, sentence));
    if (!cancelling.get()) {
      next();
    } else {
      running.set(false);
      radio.give();
      updated.run();
    }
  }

  private void change(Ssid ssid, UnaryOperator<UpdateItem> how) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).ssid().equals(ssid))
        items.set(i, how.apply(items.get(i)));
    }
  }

  /// How many meters stand where, of those with which nothing was done yet only the chosen; those under way count as one.
  Map<UpdateState, Long> counts() {
    Map<UpdateState, Long> counts = new EnumMap<>(UpdateState.class);
    for (UpdateItem item : items) {
      if (item.chosen() || item.state() != UpdateState.OPEN)
        counts.merge(item.state().isUnderWay() ? UpdateState.WAITING : item.state(), 1L, Long::sum);
    }
    return counts;
  }

  /// What to do after updates.
  public void onUpdated(Runnable action) {
    updated = action;
  }

  /// What to do when other meters were chosen.
  public void onChoiceChanged(Runnable action) {
    choiceChanged = action;
  }

  ObservableList<UpdateItem> items() {
    return itemsView;
  }

  ReadOnlyObjectProperty<Set<Objection.Kind>> overriddenProperty() {
    return overridden.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
