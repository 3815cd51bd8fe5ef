package org.semcollector.app.ui.meter;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// What is done to one meter besides collecting: its clock set, its memory erased. Whatever changes it collects it first.
public final class OperateViewModel {
  private final OperationServices services;
  private final RadioUse radio;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<AccessPoint>> air = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final StringProperty typedName = new SimpleStringProperty("");
  private final BooleanProperty unproven = new SimpleBooleanProperty(false);
  private final BooleanProperty tokenShown = new SimpleBooleanProperty(false);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<OperationResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanBinding reachable;
  private final BooleanBinding named;
  private Optional<Ssid> meter = Optional.empty();
  private Tasks.@Nullable Handle handle;
  private Runnable done = () -> {};

  /// One operation over the air.
  private interface Work {
    OperationResult run(CollectListener listener);
  }

  OperateViewModel(OperationServices services, RadioUse radio, Tasks tasks, Messages messages) {
    this.services = services;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    reachable = Bindings.createBooleanBinding(
        () -> air.get().isPresent() && !running.get() && !radio.takenProperty().get(), air, running,
        radio.takenProperty());
    named = Bindings.createBooleanBinding(this::isNamed, typedName, name);
  }

  /// Which meter is shown, and how it is heard now. What was typed for another meter is forgotten.
  void show(Optional<Ssid> shown, String called, Optional<AccessPoint> heard) {
    if (!shown.equals(meter)) {
      typedName.set("");
      unproven.set(false);
      tokenShown.set(false);
      if (!running.get())
        result.set(Optional.empty());
    }
    meter = shown;
    name.set(called);
    air.set(heard);
  }

  private boolean isNamed() {
    String typed = typedName.get().strip().toLowerCase(Locale.ROOT);
    return !typed.isEmpty() && (typed.equals(name.get().toLowerCase(Locale.ROOT))
        || meter.filter(ssid -> typed.equals(ssid.value().toLowerCase(Locale.ROOT))).isPresent());
  }

  /// Collects the meter and sets its clock.
  public void setClock() {
    air.get().ifPresent(point -> run(messages.text("task.set-clock", name.get()),
        listener -> services.operate().setTime(point, listener)));
  }

  /// Collects the meter and erases it; only once its name was typed. What cannot be proven safe is erased only when that
  /// was ticked too.
  public void erase() {
    if (!isNamed())
      return;
    Optional<String> insisted = unproven.get() ? Optional.of(typedName.get().strip()) : Optional.empty();
    air.get().ifPresent(point -> run(messages.text("task.erase", name.get()),
        listener -> services.operate().erase(point, insisted, listener)));
  }

  private void run(String task, Work work) {
    if (!reachable.get() || !radio.take())
      return;
    running.set(true);
    result.set(Optional.empty());
    says.set("");
    handle = tasks.run(task, progress -> work.run(follow(progress)), this::ended,
        failure -> ended(new OperationResult(meter.orElseThrow(), OperationResult.State.PARTLY, Optional.empty(),
            messages.text("operate.crashed", String.valueOf(failure.getMessage())))));
  }

  private CollectListener follow(Progress progress) {
    return new CollectListener() {
      @Override
      public void step(CollectStep step) {
        tasks.onScreen(() -> says.set(messages.of("step-says", step)));
      }

      @Override
      public Progress bytes(CollectStep step) {
        return progress;
      }
    };
  }

  private void ended(OperationResult outcome) {
    running.set(false);
    radio.give();
    typedName.set("");
    unproven.set(false);
    result.set(Optional.of(outcome));
    done.run();
  }

  /// Stops at the next safe point.
  public void cancel() {
    if (running.get() && handle != null)
      handle.cancel();
  }

  /// What to do after an operation.
  public void onDone(Runnable action) {
    done = action;
  }

  ReadOnlyObjectProperty<Optional<AccessPoint>> airProperty() {
    return air.getReadOnlyProperty();
  }

  /// What people call the meter.
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /// The name as somebody types it to confirm.
  public StringProperty typedNameProperty() {
    return typedName;
  }

  /// Whether what cannot be proven safe is to be erased too.
  public BooleanProperty unprovenProperty() {
    return unproven;
  }

  /// Whether somebody asked to see the token.
  public BooleanProperty tokenShownProperty() {
    return tokenShown;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The running step in a sentence.
  public ReadOnlyStringProperty saysProperty() {
    return says.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<OperationResult>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// Whether the meter is in range and the radio is free.
  public BooleanBinding reachableBinding() {
    return reachable;
  }

  /// Whether the meter's name is typed.
  public BooleanBinding namedBinding() {
    return named;
  }
}
