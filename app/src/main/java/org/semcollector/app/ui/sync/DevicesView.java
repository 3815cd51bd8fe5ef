package org.semcollector.app.ui.sync;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Devices of the server with their meters; tokens to copy, names to take over, devices to make; the dashboard.
record DevicesView(DevicesViewModel vm, Messages messages) implements Builder<Region> {
  /// So many are seen at a glance.
  private static final int FEW = 10;

  @Override
  public Region build() {
    Label said = Panes.paragraph("", StyleClass.MUTED);
    said.textProperty().bind(vm.saidProperty());
    Panes.shownWhile(said, vm.saidProperty().map(text -> !text.isEmpty()));
    VBox missing = Panes.column(StyleClass.COLUMN);
    vm.missing().subscribe(() -> missing.getChildren().setAll(vm.missing().stream().map(this::missing).toList()));
    Label prepared = Panes.paragraph("", StyleClass.SUCCESS);
    prepared.textProperty().bind(vm.prepare().saidProperty());
    Panes.shownWhile(prepared, vm.prepare().saidProperty().map(text -> !text.isEmpty()));
    return Panes.column(StyleClass.COLUMN, buttons(), said, Panes.problem(vm.problemProperty()), missing, search(),
        prepared, preparing(), new DeviceList(vm, messages).build());
  }

  /// Trouble with the list of prepared set-ups while no form is open that shows it.
  private Region preparing() {
    PrepareViewModel prepare = vm.prepare();
    return Panes.problem(Bindings.createStringBinding(
        () -> prepare.deviceProperty().get().isPresent() ? "" : prepare.problemProperty().get(),
        prepare.deviceProperty(), prepare.problemProperty()));
  }

  private Region search() {
    TextField search = new TextField();
    search.textProperty().bindBidirectional(vm.searchProperty());
    search.setPromptText(messages.text("devices.search-prompt"));
    Label label = Panes.label(messages.text("devices.search"), StyleClass.STRONG);
    label.setLabelFor(search);
    FlowPane row = new FlowPane(label, search);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return Panes.shownWhile(row, Bindings.size(vm.devices()).greaterThan(FEW));
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
}
