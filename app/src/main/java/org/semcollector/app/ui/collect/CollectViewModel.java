package org.semcollector.app.ui.collect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.CollectUseCase;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.VisitReview;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.protocol.meter.Ssid;

/// Visits meters one after the other (there is one radio) and shows the visit that runs, then its result.
public final class CollectViewModel {
  private final CollectUseCase collect;
  private final Tasks tasks;
  private final Messages messages;
  private final Supplier<ErasePolicy> policy;
  private final RadioUse radio;
  private final VisitReview.Source reviews;
  private final Silence.Watch watch;
  private final Map<Ssid, CollectTarget> asked = new LinkedHashMap<>();
  private final ObservableList<VisitEntry> visits = FXCollections.observableArrayList();
  private final ObservableList<VisitEntry> visitsView = FXCollections.unmodifiableObservableList(visits);
  private final ReadOnlyObjectWrapper<Optional<Silence>> silence = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<VisitReview>> review = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<Ssid, VisitReview> reviewed = new HashMap<>();
  private final Deque<CollectTarget> waiting = new ArrayDeque<>();
  private final Map<Ssid, Ended> ended = new HashMap<>();
  private final ObservableMap<Ssid, MeterState> states = FXCollections.observableHashMap();
  private final ObservableMap<Ssid, MeterState> statesView = FXCollections.unmodifiableObservableMap(states);
  private final ObservableList<StepItem> steps = FXCollections.observableArrayList();
  private final ObservableList<StepItem> stepsView = FXCollections.unmodifiableObservableList(steps);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<CollectTarget>> target = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CollectResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Transfer> transfer = new ReadOnlyObjectWrapper<>(Transfer.NONE);
  private Optional<Ssid> chosen = Optional.empty();
  private Tasks.@Nullable Handle handle;
  private Runnable visited = () -> {};

  /// @param radio taken while meters are visited; visits wait until it is free
  /// @param nanos any clock that only goes on
  public CollectViewModel(CollectUseCase collect, VisitReview.Source reviews, RadioUse radio, Tasks tasks,
      Messages messages, Supplier<ErasePolicy> policy, LongSupplier nanos) {
    this.collect = collect;
    this.reviews = reviews;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    this.policy = policy;
    this.watch = new Silence.Watch(nanos);
    states.addListener((MapChangeListener<Ssid, MeterState>) _ -> list());
    radio.takenProperty().subscribe(taken -> {
      if (!taken)
        begin();
    });
  }

  private void list() {
    visits.setAll(asked.values().stream().filter(one -> states.containsKey(one.accessPoint().ssid()))
        .map(one -> new VisitEntry(one.accessPoint().ssid(), one.name(),
            states.getOrDefault(one.accessPoint().ssid(), MeterState.WAITING)))
        .toList());
  }

  /// Visits those that wait, if the radio is free.
  private void begin() {
    if (!running.get() && !waiting.isEmpty() && radio.take())
      next();
  }

  /// To be called about every second: counts how long a meter is silent.
  public void beat() {
    silence.set(watch.now());
  }

  /// Visits these meters after those already waiting; a meter that waits or runs is not added again.
  public void collect(List<CollectTarget> targets) {
    for (CollectTarget wanted : targets) {
      MeterState state = states.get(wanted.accessPoint().ssid());
      if (state == MeterState.WAITING || state == MeterState.COLLECTING)
        continue;
      asked.remove(wanted.accessPoint().ssid());
      asked.put(wanted.accessPoint().ssid(), wanted);
      waiting.add(wanted);
      states.put(wanted.accessPoint().ssid(), MeterState.WAITING);
    }
    begin();
  }

  /// Visits again what failed in this session.
  public void retryFailed() {
    collect(asked.values().stream().filter(one -> states.get(one.accessPoint().ssid()) == MeterState.FAILED)
        .toList());
  }

  /// Stops the running visit at its next safe point and forgets those that wait.
  public void cancel() {
    waiting.forEach(target -> states.remove(target.accessPoint().ssid()));
    waiting.clear();
    if (handle != null && running.get()) {
      cancelling.set(true);
      handle.cancel();
    }
  }

  /// Puts the result away.
  public void dismiss() {
    if (running.get())
      return;
    target.get().ifPresent(shown -> ended.remove(shown.accessPoint().ssid()));
    show(Optional.empty());
  }

  /// Shows the result of this meter's last visit as soon as no visit runs; with none the last result stays.
  public void choose(Optional<Ssid> meter) {
    chosen = meter;
    showChosen();
  }

  private void showChosen() {
    if (!running.get())
      chosen.ifPresent(meter -> show(Optional.ofNullable(ended.get(meter))));
  }

  private void show(Optional<Ended> visit) {
    target.set(visit.map(Ended::target));
    result.set(visit.map(Ended::result));
    review.set(visit.flatMap(one -> Optional.ofNullable(reviewed.get(one.target().accessPoint().ssid()))));
  }

  /// What to do after each visit.
  public void onVisited(Runnable action) {
    visited = action;
  }

  /// What this session's visits did, per meter.
  public ObservableMap<Ssid, MeterState> states() {
    return statesView;
  }

  public ObservableList<StepItem> steps() {
    return stepsView;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /// The meter that is shown: being visited, or the one whose result is shown.
  public ReadOnlyObjectProperty<Optional<CollectTarget>> targetProperty() {
    return target.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<CollectResult>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Transfer> transferProperty() {
    return transfer.getReadOnlyProperty();
  }

  /// Every meter of this session, in the order in which they were asked for.
  public ObservableList<VisitEntry> visits() {
    return visitsView;
  }

  /// How long the meter that is visited is silent, when that is worth saying.
  public ReadOnlyObjectProperty<Optional<Silence>> silenceProperty() {
    return silence.getReadOnlyProperty();
  }

  /// What the shown visit changed in what is known of the meter; empty until it is known.
  public ReadOnlyObjectProperty<Optional<VisitReview>> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  private void next() {
    CollectTarget next = waiting.poll();
    if (next == null) {
      running.set(false);
      showChosen();
      radio.give();
      return;
    }
    running.set(true);
    cancelling.set(false);
    result.set(Optional.empty());
    review.set(Optional.empty());
    transfer.set(Transfer.NONE);
    target.set(Optional.of(next));
    steps.setAll(Arrays.stream(CollectStep.values()).map(step -> new StepItem(step, StepItem.State.AHEAD)).toList());
    states.put(next.accessPoint().ssid(), MeterState.COLLECTING);
    ErasePolicy erase = policy.get();
    handle = tasks.run(messages.text("task.collect", next.name()),
        progress -> collect.collect(next.accessPoint(), erase,
            new VisitWatch(progress, tasks, this::step, this::bytes)),
        outcome -> finished(next, outcome), failure -> finished(next, crashed(next, failure)));
  }

  private void step(CollectStep current) {
    transfer.set(Transfer.NONE);
    watch.begin(current);
    silence.set(Optional.empty());
    steps.setAll(Arrays.stream(CollectStep.values()).map(step -> new StepItem(step, state(step, current))).toList());
  }

  private static StepItem.State state(CollectStep step, CollectStep current) {
    int order = step.compareTo(current);
    return order < 0 ? StepItem.State.PASSED : order == 0 ? StepItem.State.RUNNING : StepItem.State.AHEAD;
  }

  private void bytes(Transfer now) {
    transfer.set(now);
    watch.sign();
    silence.set(Optional.empty());
  }

  private void finished(CollectTarget visitedTarget, CollectResult outcome) {
    StepItem.State end = outcome.state() == CollectResult.State.DONE ? StepItem.State.PASSED : StepItem.State.STOPPED;
    steps.replaceAll(item -> item.state() == StepItem.State.RUNNING ? new StepItem(item.step(), end) : item);
    states.put(visitedTarget.accessPoint().ssid(), switch (outcome.state()) {
      case DONE -> MeterState.DONE;
      case PARTLY -> MeterState.PARTLY;
      case FAILED -> MeterState.FAILED;
    });
    watch.end();
    silence.set(Optional.empty());
    result.set(Optional.of(outcome));
    ended.put(visitedTarget.accessPoint().ssid(), new Ended(visitedTarget, outcome));
    review(outcome);
    visited.run();
    next();
  }

  /// What cannot be looked up is left out of the result; the visit itself is told in any case.
  private void review(CollectResult outcome) {
    Ssid meter = outcome.ssid();
    reviewed.remove(meter);
    tasks.run(messages.text("task.review"), _ -> reviews.of(outcome), found -> found.ifPresent(one -> {
      reviewed.put(meter, one);
      if (target.get().filter(shown -> shown.accessPoint().ssid().equals(meter)).isPresent()
          && result.get().isPresent())
        review.set(found);
    }), _ -> {});
  }

  private CollectResult crashed(CollectTarget failed, Throwable failure) {
    return new CollectResult(failed.accessPoint().ssid(), CollectResult.State.FAILED, 0, 0, false, Optional.empty(),
        Optional.empty(), Optional.empty(), 0, Optional.empty(),
        messages.text("collect.crashed", String.valueOf(failure.getMessage())));
  }

  /// A visit that is over.
  private record Ended(CollectTarget target, CollectResult result) {}
}
