package org.semcollector.app.ui.setup;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.readout.TokenState;

/// A look at a meter in range: who it is and what it holds. Nothing is changed there.
public final class LookViewModel {
  private final OperationServices services;
  private final RadioUse radio;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<MeterLook>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<OptionalInt> readings = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<AccessPoint> wanted = Optional.empty();
  private Tasks.@Nullable Handle handle;

  LookViewModel(OperationServices services, RadioUse radio, Tasks tasks, Messages messages) {
    this.services = services;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    radio.takenProperty().subscribe(taken -> {
      if (!taken && !looking.get() && found.get().isEmpty() && problem.get().isEmpty())
        look(); // it had to wait for a visit
    });
  }

  /// Looks at another meter, or at none. A look that runs ends first.
  void at(Optional<AccessPoint> meter) {
    wanted = meter;
    found.set(Optional.empty());
    readings.set(OptionalInt.empty());
    problem.set("");
    if (looking.get())
      stop();
    else
      look();
  }

  /// Looks once more.
  public void again() {
    if (!looking.get())
      at(wanted);
  }

  /// Ends the counting of readings, which takes a while and is not needed.
  public void stop() {
    if (looking.get() && handle != null)
      handle.cancel();
  }

  private void look() {
    if (wanted.isEmpty() || !radio.take())
      return;
    AccessPoint meter = wanted.get();
    looking.set(true);
    handle = tasks.run(messages.text("task.meter-look", meter.ssid().value()),
        progress -> services.look().look(meter, seen -> tasks.onScreen(() -> seen(meter, seen)), progress),
        counted -> {
          if (isWanted(meter))
            readings.set(counted);
          ended(meter);
        }, failure -> {
          seen(meter, new LookResult.NotSeen(String.valueOf(failure.getMessage())));
          ended(meter);
        });
  }

  private void seen(AccessPoint meter, LookResult result) {
    if (!isWanted(meter))
      return;
    switch (result) {
      case LookResult.Seen(MeterLook look) -> found.set(Optional.of(look));
      case LookResult.NotSeen(String why) -> problem.set(messages.text("set-up.look-failed", why));
    }
  }

  private void ended(AccessPoint meter) {
    looking.set(false);
    radio.give();
    if (!isWanted(meter))
      look();
  }

  private boolean isWanted(AccessPoint meter) {
    return wanted.map(AccessPoint::ssid).equals(Optional.of(meter.ssid()));
  }

  /// What the meter said of itself.
  ReadOnlyObjectProperty<Optional<MeterLook>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// How many readings it holds; empty until they were counted.
  public ReadOnlyObjectProperty<OptionalInt> readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /// The token it holds.
  Optional<MeterToken> heldToken() {
    return found.get().map(MeterLook::token)
        .flatMap(
            state -> state instanceof TokenState.Present(MeterToken token) ? Optional.of(token) : Optional.empty());
  }

  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
