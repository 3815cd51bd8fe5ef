package org.semcollector.app.ui.sync;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Devices of the server with their meters; tokens to copy, names to take over, devices to make; the dashboard.
record DevicesView(DevicesViewModel vm, Messages messages) implements Builder<Region> {
  private static final int SHOWN = 500;

  @Override
  public Region build() {
    Label said = Panes.paragraph("", StyleClass.MUTED);
    said.textProperty().bind(vm.saidProperty());
    Panes.shownWhile(said, vm.saidProperty().map(text -> !text.isEmpty()));
    VBox missing = Panes.column(StyleClass.COLUMN);
    vm.missing().subscribe(() -> missing.getChildren().setAll(vm.missing().stream().map(this::missing).toList()));
    VBox list = Panes.column(StyleClass.COLUMN);
    vm.devices()
        .subscribe(() -> list.getChildren().setAll(vm.devices().stream().limit(SHOWN).map(this::device).toList()));
    return Panes.column(StyleClass.COLUMN, buttons(), said, Panes.problem(vm.problemProperty()), missing, list);
  }

  private Region buttons() {
    Button list = Buttons.of(messages.text("devices.list"), Feather.LIST, vm::list);
    list.disableProperty().bind(vm.busyProperty());
    Button dashboard = Buttons.of(messages.text("dashboard.install"), Feather.PIE_CHART, vm::installDashboard);
    dashboard.disableProperty().bind(vm.busyProperty());
    TextField profile = new TextField();
    profile.textProperty().bindBidirectional(vm.profileProperty());
    profile.setPrefColumnCount(10);
    Label label = Panes.label(messages.text("devices.profile"), StyleClass.STRONG);
    label.setLabelFor(profile);
    FlowPane row = new FlowPane(list, dashboard, label, profile);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Node missing(MeterRow meter) {
    Button create = Buttons.of(messages.text("devices.create", meter.name()), Feather.PLUS, () -> vm.create(meter));
    create.disableProperty().bind(vm.busyProperty());
    return Panes.column(StyleClass.TIGHT, Panes.paragraph(messages.text("devices.missing", meter.name())), create);
  }

  private Node device(ServerDevice device) {
    List<Node> row = new ArrayList<>();
    row.add(Panes.label(device.device().name(), StyleClass.METER_NAME));
    row.add(Panes.label(device.meter().map(meter -> messages.text("devices.meter", meter.name(), meter.ssid().value()))
        .orElseGet(() -> messages.text("devices.no-meter", device.device().profile().name())), StyleClass.MUTED));
    device.accessToken().ifPresent(token -> row.add(Buttons.icon(messages.text("devices.copy", device.device().name()),
        Feather.COPY, () -> copy(token))));
    if (device.otherName().isPresent())
      row.add(Buttons.of(messages.text(device.meterIsNamed() ? "devices.replace-name" : "devices.take-name",
          device.device().name()), Feather.EDIT_2, () -> vm.takeName(device)));
    FlowPane line = new FlowPane(row.toArray(Node[]::new));
    line.getStyleClass().add(StyleClass.TOOLBAR);
    return line;
  }

  private static void copy(String token) {
    ClipboardContent content = new ClipboardContent();
    content.putString(token);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
