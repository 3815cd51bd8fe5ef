package org.semcollector.app.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.semcollector.app.laptopclock.ClockVerdict;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;

/// Whether this computer's clock may set meters', as the light in the status bar says it.
public final class ClockLightViewModel {
  /// The window ticks about twice a minute.
  private static final int TICKS_BETWEEN_LOOKS = 10;

  private final LaptopClock clock;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Light> light;
  private int ticks;

  /// What the light shows.
  ///
  /// @param sentence why, and what to do
  public record Light(Level level, String sentence) {}

  /// How the light shines.
  public enum Level {
    UNKNOWN, GREEN, DOUBTFUL, WRONG
  }

  public ClockLightViewModel(LaptopClock clock, Tasks tasks, Messages messages) {
    this.clock = clock;
    this.tasks = tasks;
    this.messages = messages;
    this.light = new ReadOnlyObjectWrapper<>(new Light(Level.UNKNOWN, ""));
  }

  public ReadOnlyObjectProperty<Light> lightProperty() {
    return light.getReadOnlyProperty();
  }

  /// A few words for the light itself.
  String words(Light shown) {
    return messages.of("clock", shown.level());
  }

  /// Looks again.
  public void look() {
    ticks = 0;
    tasks.run(messages.text("task.clock"), _ -> seen(), light::set, failure -> light.set(
        new Light(Level.UNKNOWN, String.valueOf(failure.getMessage()))));
  }

  /// To be called about twice a minute.
  void tick() {
    if (++ticks >= TICKS_BETWEEN_LOOKS)
      look();
  }

  /// Somebody looked at a watch and says that the clock is right.
  void confirm() {
    ticks = 0;
    tasks.run(messages.text("task.clock"), _ -> {
      clock.confirm();
      return seen();
    }, light::set, failure -> light.set(new Light(Level.UNKNOWN, String.valueOf(failure.getMessage()))));
  }

  private Light seen() {
    ClockVerdict verdict = clock.verdict();
    Level level = switch (verdict) {
      case ClockVerdict.Green _ -> Level.GREEN;
      case ClockVerdict.Doubtful _ -> Level.DOUBTFUL;
      case ClockVerdict.Wrong _ -> Level.WRONG;
    };
    return new Light(level, clock.sentence(verdict));
  }
}
