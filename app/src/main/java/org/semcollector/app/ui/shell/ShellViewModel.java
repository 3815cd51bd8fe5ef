package org.semcollector.app.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.TrySimulated;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MetersViewModel;

/// The window: which screen is shown, and what the status bar says.
public final class ShellViewModel {
  private final List<Screen> screens;
  private final boolean simulated;
  private final Optional<TrySimulated> trySimulated;
  private final Tasks tasks;
  private final Messages messages;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.METERS);
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringBinding unproven;
  private final StringBinding wifi;
  private final BooleanBinding empty;

  ShellViewModel(UiServices services, MetersViewModel meters, Tasks tasks, Messages messages) {
    this.screens = services.sync().isPresent()
        ? List.of(Screen.values())
        : Stream.of(Screen.values()).filter(screen -> screen != Screen.SYNC).toList();
    this.simulated = services.simulated();
    this.trySimulated = services.trySimulated();
    this.tasks = tasks;
    this.messages = messages;
    this.unproven = Bindings.createStringBinding(
        () -> meters.anyReadingsProperty().get()
            ? messages.text("status.unproven", meters.unprovenProperty().get())
            : messages.text("status.no-readings"),
        meters.unprovenProperty(), meters.anyReadingsProperty());
    this.wifi = Bindings.createStringBinding(() -> messages.of("wifi", meters.air().stateProperty().get()),
        meters.air().stateProperty());
    this.empty = Bindings.createBooleanBinding(() -> meters.loadedProperty().get() && meters.meters().isEmpty(),
        meters.loadedProperty(), meters.meters());
  }

  /// Opens the program on simulated meters.
  ///
  /// @param opened gets the services to go on with
  void trySimulated(Consumer<UiServices> opened) {
    if (trySimulated.isEmpty() || opening.get())
      return;
    TrySimulated open = trySimulated.get();
    opening.set(true);
    problem.set("");
    tasks.run(messages.text("task.simulated"), _ -> open.open(), services -> {
      opening.set(false);
      opened.accept(services);
    }, failure -> {
      opening.set(false);
      problem.set(messages.text("empty.simulated-failed", String.valueOf(failure.getMessage())));
    });
  }

  List<Screen> screens() {
    return screens;
  }

  boolean simulated() {
    return simulated;
  }

  boolean canTrySimulated() {
    return trySimulated.isPresent();
  }

  ObjectProperty<Screen> screenProperty() {
    return screen;
  }

  ReadOnlyBooleanProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  StringBinding unprovenBinding() {
    return unproven;
  }

  StringBinding wifiBinding() {
    return wifi;
  }

  /// Whether there is no meter at all, known or heard.
  BooleanBinding emptyBinding() {
    return empty;
  }
}
