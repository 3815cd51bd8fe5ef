package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.AirServices;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;

/// Listens for meters all the time, as long as nobody pauses it and no visit needs the radio.
public final class AirViewModel {
  /// From the end of one scan to the next.
  static final Duration REST = Duration.ofSeconds(8);
  /// A meter that was not heard for so long is not in range.
  static final Duration GONE = Duration.ofSeconds(60);

  private final WifiAdapter wifi;
  private final AirServices.ByHand byHand;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Map<Ssid, Heard> heard = new HashMap<>();
  private final ReadOnlyBooleanWrapper scanning = new ReadOnlyBooleanWrapper(false);
  private final BooleanProperty paused = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<WifiState> state = new ReadOnlyObjectWrapper<>(WifiState.NOT_LOOKED);
  private final ReadOnlyObjectWrapper<Optional<WifiFailure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<HandJoin> joined = new ReadOnlyObjectWrapper<>(new HandJoin.None());
  private Instant lastScan = Instant.MIN;
  private BooleanSupplier radioTaken = () -> false;
  private Runnable changed = () -> {};

  /// A meter and when it was heard last.
  record Heard(AccessPoint point, Instant at) {}

  /// What one round of listening brought.
  private record Round(List<AccessPoint> points, Optional<WifiFailure> failure, HandJoin joined) {}

  public AirViewModel(WifiAdapter wifi, AirServices.ByHand byHand, Tasks tasks, Clock clock, Messages messages) {
    this.wifi = wifi;
    this.byHand = byHand;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
  }

  /// @param taken whether somebody else uses the radio
  public void yieldTo(BooleanSupplier taken) {
    radioTaken = taken;
  }

  /// Told when it was listened.
  void onChanged(Runnable action) {
    changed = action;
  }

  /// To be called about every second: listens again when it is time.
  public void beat() {
    if (!paused.get() && !radioTaken.getAsBoolean() && !clock.instant().isBefore(nextScan()))
      scan();
  }

  private Instant nextScan() {
    return lastScan.equals(Instant.MIN) ? lastScan : lastScan.plus(REST);
  }

  /// Listens now, unless it is listening already.
  public void scan() {
    if (scanning.get())
      return;
    scanning.set(true);
    tasks.run(messages.text("task.scan"), this::listen, this::listened, broken -> {
      listened(new Round(List.of(), Optional.of(new WifiFailure.Other(String.valueOf(broken.getMessage()))),
          new HandJoin.None()));
    });
  }

  private Round listen(Progress progress) {
    HandJoin hand = byHand.look(progress);
    try {
      return new Round(wifi.scan(WifiAdapter.SCAN_LIMIT, progress), Optional.empty(), hand);
    } catch (WifiException e) {
      return new Round(List.of(), Optional.of(e.failure()), hand);
    }
  }

  private void listened(Round round) {
    Instant now = clock.instant();
    round.points().forEach(point -> heard.merge(point.ssid(),
        new Heard(point, now.minus(point.age().orElse(Duration.ZERO))), AirViewModel::better));
    heard.values().removeIf(one -> Duration.between(one.at(), now).compareTo(GONE) > 0);
    lastScan = now;
    joined.set(round.joined());
    failure.set(round.failure());
    state.set(round.failure().map(WifiState::of)
        .orElse(round.points().isEmpty() ? WifiState.NOTHING_HEARD : WifiState.HEARD));
    problem.set(round.failure().map(WifiFailure::sentence).orElse(""));
    scanning.set(false);
    changed.run();
  }

  /// The newer one; of one scan the stronger.
  private static Heard better(Heard a, Heard b) {
    int order = a.at().compareTo(b.at());
    boolean second = order < 0 || (order == 0 && b.point().signalDbm() > a.point().signalDbm());
    return second ? b : a;
  }

  /// How a meter is heard, if it is.
  Optional<Heard> heard(Ssid meter) {
    return Optional.ofNullable(heard.get(meter));
  }

  java.util.Set<Ssid> inRange() {
    return java.util.Set.copyOf(heard.keySet());
  }

  public ReadOnlyBooleanProperty scanningProperty() {
    return scanning.getReadOnlyProperty();
  }

  /// Whether somebody paused listening.
  public BooleanProperty pausedProperty() {
    return paused;
  }

  public ReadOnlyObjectProperty<WifiState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Why meters could not be listed; empty when they could.
  public ReadOnlyObjectProperty<Optional<WifiFailure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The same as a sentence, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The meter that the user joined in the system's menu.
  public ReadOnlyObjectProperty<HandJoin> joinedProperty() {
    return joined.getReadOnlyProperty();
  }

  /// Whether a meter may be joined by its name though none is heard.
  public boolean canJoinByName() {
    return wifi.ability().joins();
  }
}
