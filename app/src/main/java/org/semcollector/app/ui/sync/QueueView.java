package org.semcollector.app.ui.sync;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.sync.SyncPreview;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What is to be done, meter by meter: on the laptop, accepted, proven, refused with the reason, moved in time.
record QueueView(SyncViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    VBox list = Panes.column(StyleClass.COLUMN);
    vm.queue().subscribe(() -> list.getChildren().setAll(vm.queue().stream().map(this::meter).toList()));
    list.getChildren().setAll(vm.queue().stream().map(this::meter).toList());
    Label nothing = Panes.paragraph(messages.text("queue.nothing"), StyleClass.MUTED);
    Panes.shownWhile(nothing, Bindings.isEmpty(vm.queue()));
    return Panes.column(StyleClass.COLUMN, nothing, more(), list);
  }

  private Region more() {
    Button verify = Buttons.of(messages.text("queue.verify"), Feather.SEARCH, vm::verify);
    verify.disableProperty().bind(vm.readyBinding().not());
    Button refused = Buttons.of(messages.text("queue.send-refused"), Feather.REPEAT, vm::syncRefused);
    refused.disableProperty().bind(vm.readyBinding().not());
    Panes.shownWhile(refused, Bindings.createBooleanBinding(
        () -> vm.queue().stream().anyMatch(meter -> meter.refused() > 0), vm.queue()));
    FlowPane row = new FlowPane(verify, refused);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return Panes.shownWhile(row, Bindings.isNotEmpty(vm.queue()));
  }

  private Node meter(SyncPreview meter) {
    List<Node> lines = new ArrayList<>();
    lines.add(Panes.label(meter.name(), StyleClass.METER_NAME));
    FlowPane ticks = new FlowPane();
    ticks.getStyleClass().add(StyleClass.TOOLBAR);
    if (meter.onLaptop() > 0)
      ticks.getChildren().add(tick(Feather.HARD_DRIVE, StyleClass.MUTED, "queue.on-laptop", meter.onLaptop()));
    if (meter.accepted() > 0)
      ticks.getChildren().add(tick(Feather.CHECK, StyleClass.WARNING, "queue.accepted", meter.accepted()));
    ticks.getChildren().add(tick(Feather.CHECK_CIRCLE, StyleClass.SUCCESS, "queue.proven", meter.proven()));
    if (meter.refused() > 0)
      ticks.getChildren().add(tick(Feather.X_CIRCLE, StyleClass.DANGER, "queue.refused", meter.refused()));
    if (meter.moved() > 0)
      ticks.getChildren().add(tick(Feather.CLOCK, StyleClass.WARNING, "queue.moved", meter.moved()));
    if (meter.firmware() > 0)
      ticks.getChildren().add(tick(Feather.CPU, StyleClass.MUTED, "queue.firmware", meter.firmware()));
    lines.add(ticks);
    meter.reasons().forEach((reason, count) -> lines
        .add(Panes.paragraph(messages.text("queue.reason", count, reason), StyleClass.SMALL, StyleClass.MUTED)));
    return Panes.column(StyleClass.TIGHT, lines.toArray(Node[]::new));
  }

  private Label tick(Feather icon, String look, String key, long count) {
    Label label = Panes.label(switch (key) {
      case "queue.on-laptop" -> messages.text("queue.on-laptop", count);
      case "queue.accepted" -> messages.text("queue.accepted", count);
      case "queue.proven" -> messages.text("queue.proven", count);
      case "queue.refused" -> messages.text("queue.refused", count);
      case "queue.firmware" -> messages.text("queue.firmware", count);
      default -> messages.text("queue.moved", count);
    });
    label.setGraphic(Icons.of(icon, look));
    return label;
  }
}
