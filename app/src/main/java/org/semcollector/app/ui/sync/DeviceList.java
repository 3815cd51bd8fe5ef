package org.semcollector.app.ui.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The server's devices one below the other, each with what can be done with it.
final class DeviceList implements Builder<Region> {
  /// More are slow to lay out, and are found by searching.
  private static final int SHOWN = 200;

  private final DevicesViewModel vm;
  private final PrepareViewModel prepare;
  private final Messages messages;
  private final VBox list = Panes.column(StyleClass.COLUMN);
  private final Map<String, Button> preparing = new HashMap<>();
  private Optional<ServerDevice> opened = Optional.empty();

  DeviceList(DevicesViewModel vm, Messages messages) {
    this.vm = vm;
    this.prepare = vm.prepare();
    this.messages = messages;
  }

  @Override
  public Region build() {
    vm.found().subscribe(this::rebuild);
    prepare.prepared().subscribe(this::rebuild);
    prepare.deviceProperty().subscribe(this::openOrClose);
    rebuild();
    return list;
  }

  private void rebuild() {
    preparing.clear();
    List<Node> rows = new ArrayList<>();
    vm.found().stream().limit(SHOWN).forEach(device -> {
      rows.add(row(device));
      if (opened.equals(Optional.of(device)))
        rows.add(new PrepareView(prepare, messages).build());
    });
    if (vm.found().size() > SHOWN)
      rows.add(Panes.paragraph(messages.text("devices.more", vm.found().size() - SHOWN), StyleClass.MUTED));
    list.getChildren().setAll(rows);
  }

  // The keyboard goes into the form, and back to where it came from.
  private void openOrClose(Optional<ServerDevice> device) {
    Optional<ServerDevice> before = opened;
    opened = device;
    rebuild();
    if (device.isPresent())
      list.getChildren().stream().flatMap(row -> row.lookupAll(".combo-box").stream()).findFirst()
          .ifPresent(Node::requestFocus);
    else
      before.map(closed -> preparing.get(closed.device().id())).ifPresent(Node::requestFocus);
  }

  private Node row(ServerDevice device) {
    String name = device.device().name();
    List<Node> row = new ArrayList<>();
    row.add(Panes.label(name, StyleClass.METER_NAME));
    row.add(Panes.label(device.meter().map(meter -> messages.text("devices.meter", meter.name(), meter.ssid().value()))
        .orElseGet(() -> messages.text("devices.no-meter", device.device().profile().name())), StyleClass.MUTED));
    prepare.of(device).forEach(setUp -> row.addAll(prepared(setUp)));
    device.accessToken().ifPresent(token -> {
      row.add(Buttons.icon(messages.text("devices.copy", name), Feather.COPY, () -> copy(token)));
      row.add(prepareButton(device));
    });
    if (device.otherName().isPresent())
      row.add(Buttons.of(messages.text(device.meterIsNamed() ? "devices.replace-name" : "devices.take-name", name),
          Feather.EDIT_2, () -> vm.takeName(device)));
    FlowPane line = new FlowPane(row.toArray(Node[]::new));
    line.getStyleClass().add(StyleClass.TOOLBAR);
    return line;
  }

  private Button prepareButton(ServerDevice device) {
    String name = messages.text("prepare.of", device.device().name());
    Button button = device.meter().isPresent()
        ? Buttons.icon(name, Feather.TOOL, () -> prepare.open(device))
        : Buttons.of(messages.text("prepare.open"), Feather.TOOL, () -> prepare.open(device));
    button.setAccessibleText(name);
    preparing.put(device.device().id(), button);
    return button;
  }

  private List<Node> prepared(PreparedSetUp setUp) {
    return List.of(Panes.label(messages.text("prepare.is", setUp.ssid().value()), StyleClass.BADGE),
        Buttons.icon(messages.text("prepare.take-back", setUp.ssid().value()), Feather.ROTATE_CCW,
            () -> prepare.takeBack(setUp)));
  }

  private static void copy(String token) {
    ClipboardContent content = new ClipboardContent();
    content.putString(token);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
