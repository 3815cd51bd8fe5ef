package org.semcollector.app.ui.sync;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;

/// The devices of the server beside our meters, and the dashboard.
public final class DevicesViewModel {
  private final ServerViewModel server;
  private final Tasks tasks;
  private final Messages messages;
  private final PrepareViewModel prepare;
  private final ObservableList<ServerDevice> devices = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final FilteredList<ServerDevice> found = new FilteredList<>(devices);
  private final ObservableList<MeterRow> missing = FXCollections.observableArrayList();
  private final StringProperty profile = new SimpleStringProperty("SEM");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private List<MeterRow> meters = List.of();
  private Runnable renamed = () -> {};

  public DevicesViewModel(ServerViewModel server, PrepareViewModel prepare, Tasks tasks, Messages messages) {
    this.server = server;
    this.prepare = prepare;
    this.tasks = tasks;
    this.messages = messages;
    search.subscribe(text -> found.setPredicate(device -> matches(device, text.strip().toLowerCase(Locale.ROOT))));
  }

  private static boolean matches(ServerDevice device, String text) {
    return text.isEmpty() || Stream.concat(Stream.of(device.device().name(), device.device().label(),
        device.device().profile().name()),
        device.meter().stream()
            .flatMap(meter -> Stream.of(meter.name(), meter.ssid().value())))
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text));
  }

  /// Lists the devices.
  public void list() {
    ServerViewModel.Target target = server.target();
    run(messages.text("task.devices"), progress -> tools().devices().list(target.get(), progress), listed -> {
      devices.setAll(listed);
      compare();
      prepare.reload();
      said.set(messages.text("devices.listed", listed.size()));
    });
  }

  /// Makes the device of a meter that has none.
  public void create(MeterRow meter) {
    ServerViewModel.Target target = server.target();
    String kind = profile.get().strip();
    run(messages.text("task.devices"), _ -> tools().devices().create(target.get(), meter, kind), made -> {
      devices.add(made);
      compare();
      said.set(messages.text("devices.created", made.device().name()));
    });
  }

  /// Gives the meter of a device the device's name.
  public void takeName(ServerDevice device) {
    run(messages.text("task.devices"), _ -> {
      tools().devices().takeName(device);
      return device;
    }, taken -> {
      said.set(messages.text("devices.renamed", taken.device().name()));
      renamed.run();
      list();
    });
  }

  /// Puts the dashboard on the server.
  public void installDashboard() {
    ServerViewModel.Target target = server.target();
    String kind = profile.get().strip();
    run(messages.text("task.dashboard"), _ -> tools().dashboard().install(target.get(), kind),
        done -> said.set(messages.text(done.replaced() ? "dashboard.replaced" : "dashboard.installed",
            done.dashboard().title(), kind)));
  }

  private <T> void run(String name, Tasks.Work<T> work, java.util.function.Consumer<T> done) {
    if (busy.get())
      return;
    busy.set(true);
    problem.set("");
    tasks.run(name, work, outcome -> {
      busy.set(false);
      done.accept(outcome);
    }, failure -> {
      busy.set(false);
      problem.set(String.valueOf(failure.getMessage()));
    });
  }

  /// The meters that are known, to find those without a device.
  public void meters(List<MeterRow> known) {
    meters = List.copyOf(known);
    compare();
  }

  private void compare() {
    missing.setAll(devices.isEmpty()
        ? List.of()
        : meters.stream().filter(meter -> devices.stream().map(ServerDevice::meter).flatMap(Optional::stream)
            .noneMatch(row -> row.ssid().equals(meter.ssid()))).toList());
  }

  /// What to do after a meter got another name.
  public void onRenamed(Runnable action) {
    renamed = action;
  }

  private ServerTools tools() {
    return server.tools();
  }

  public ObservableList<ServerDevice> devices() {
    return devices;
  }

  /// The devices that the search finds; all without one.
  public ObservableList<ServerDevice> found() {
    return found;
  }

  /// A part of a device's or meter's name.
  public StringProperty searchProperty() {
    return search;
  }

  /// Which meter is to become which device.
  public PrepareViewModel prepare() {
    return prepare;
  }

  /// Meters without a device, once devices were listed.
  public ObservableList<MeterRow> missing() {
    return missing;
  }

  /// Device profile of new devices and of the dashboard.
  public StringProperty profileProperty() {
    return profile;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
