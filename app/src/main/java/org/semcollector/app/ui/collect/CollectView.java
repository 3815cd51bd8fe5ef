package org.semcollector.app.ui.collect;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The visit that runs, or the result of the last one; takes no room when there is neither.
public record CollectView(CollectViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    VBox card = Panes.column(StyleClass.CARD, head(), ladder(), running(), result());
    return Panes.shownWhile(card, vm.targetProperty().map(Optional::isPresent));
  }

  private Region head() {
    Label title = Panes.label("", StyleClass.HEADING);
    title.textProperty().bind(Bindings.createStringBinding(() -> messages.text(
        vm.runningProperty().get() ? "collect.running" : "collect.ended",
        vm.targetProperty().get().map(CollectTarget::name).orElse("")), vm.targetProperty(), vm.runningProperty()));
    Button cancel = Buttons.of(messages.text("collect.cancel"), Feather.X, vm::cancel);
    cancel.disableProperty().bind(vm.cancellingProperty());
    Panes.shownWhile(cancel, vm.runningProperty());
    Button close = Buttons.icon(messages.text("collect.close"), Feather.X, vm::dismiss);
    Panes.shownWhile(close, vm.runningProperty().not());
    return Panes.row(StyleClass.TIGHT, title, Panes.spacer(), cancel, close);
  }

  private Region ladder() {
    FlowPane ladder = new FlowPane();
    ladder.getStyleClass().add(StyleClass.LEGEND);
    ListChangeListener<StepItem> redraw = _ -> ladder.getChildren()
        .setAll(vm.steps().stream().map(this::step).toList());
    vm.steps().addListener(redraw);
    ladder.getChildren().setAll(vm.steps().stream().map(this::step).toList());
    return Panes.shownWhile(ladder, vm.runningProperty());
  }

  private Label step(StepItem item) {
    StateLook look = StateLook.of(item.state());
    Label label = Panes.label(messages.of("step", item.step()), StyleClass.STEP, look.styleClass());
    label.setGraphic(Icons.of(look.icon(), look.styleClass()));
    label.setAccessibleText(label.getText() + ": " + messages.of("step-state", item.state()));
    return label;
  }

  private Region running() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("collect.progress"));
    bar.progressProperty().bind(Bindings.createDoubleBinding(this::progress, vm.transferProperty()));
    Label says = Panes.paragraph("", StyleClass.MUTED);
    says.textProperty().bind(Bindings.createStringBinding(this::sentence, vm.steps(), vm.cancellingProperty()));
    Label bytes = Panes.label("", StyleClass.MUTED);
    bytes.setMinWidth(Region.USE_PREF_SIZE);
    bytes.textProperty().bind(vm.transferProperty().map(this::bytes));
    javafx.scene.layout.HBox.setHgrow(says, Priority.SOMETIMES);
    return Panes.shownWhile(
        Panes.column(StyleClass.TIGHT, bar, Panes.row(StyleClass.TIGHT, says, Panes.spacer(), bytes)),
        vm.runningProperty());
  }

  private Region result() {
    VBox place = Panes.column(StyleClass.TIGHT);
    vm.resultProperty().subscribe(shown -> place.getChildren()
        .setAll(shown.map(result -> new ResultView(result, messages, formats).build()).stream().toList()));
    return Panes.shownWhile(place, vm.runningProperty().not());
  }

  private double progress() {
    Transfer now = vm.transferProperty().get();
    return now.total() > 0 ? (double) now.bytes() / now.total() : ProgressBar.INDETERMINATE_PROGRESS;
  }

  private String sentence() {
    if (vm.cancellingProperty().get())
      return messages.text("collect.cancelling");
    return vm.steps().stream().filter(item -> item.state() == StepItem.State.RUNNING).findFirst()
        .map(StepItem::step).map((CollectStep step) -> messages.of("step-says", step)).orElse("");
  }

  private boolean running(CollectStep step) {
    return vm.steps().contains(new StepItem(step, StepItem.State.RUNNING));
  }

  private String bytes(Transfer now) {
    if (now.bytes() == 0)
      return "";
    String size = formats.bytes((double) now.bytes());
    String bytes = running(CollectStep.DOWNLOAD) ? messages.text("collect.bytes", size, now.records()) : size;
    return now.bytesPerSecond() > 0
        ? messages.text("collect.bytes-rate", bytes, formats.bytes(now.bytesPerSecond()))
        : bytes;
  }
}
