package org.semcollector.app.ui.collect;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;

/// The visit that runs: a rung for each step, and below the running one what it does, what has come, how fast, and how
/// long still.
record LadderView(CollectViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    Label title = Panes.label("", StyleClass.TITLE);
    title.textProperty().bind(vm.targetProperty()
        .map(target -> messages.text("collect.running", target.map(CollectTarget::name).orElse(""))));
    Button cancel = Buttons.withShortcut(Buttons.of(messages.text("collect.cancel"), Feather.X, vm::cancel),
        messages.text("collect.cancel"), Shortcut.CANCEL.keys());
    cancel.disableProperty().bind(vm.cancellingProperty());
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    VBox ladder = Panes.column(StyleClass.LADDER);
    Region running = running();
    ListChangeListener<StepItem> redraw = _ -> draw(ladder, running);
    vm.steps().addListener(redraw);
    draw(ladder, running);
    return Panes.column(StyleClass.CARD, Panes.row(StyleClass.TIGHT, title, Panes.spacer(), cancel), ladder);
  }

  private void draw(VBox ladder, Region running) {
    ladder.getChildren().clear();
    for (StepItem item : vm.steps()) {
      ladder.getChildren().add(step(item));
      if (item.state() == StepItem.State.RUNNING)
        ladder.getChildren().add(running);
    }
  }

  private Label step(StepItem item) {
    StateLook look = StateLook.of(item.state());
    Label label = Panes.label(messages.of("step", item.step()), StyleClass.RUNG, look.styleClass());
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
    Label bytes = Panes.paragraph("", StyleClass.STRONG);
    bytes.textProperty().bind(vm.transferProperty().map(this::bytes));
    Panes.shownWhile(bytes, bytes.textProperty().isNotEmpty());
    Label silence = Panes.paragraph("", StyleClass.WARNING);
    silence.setGraphic(Icons.of(Feather.CLOCK, StyleClass.WARNING));
    silence.textProperty().bind(vm.silenceProperty().map(quiet -> quiet.map(this::silence).orElse("")));
    Panes.shownWhile(silence, vm.silenceProperty().map(Optional::isPresent));
    return Panes.column(StyleClass.RUNG, bar, bytes, silence, says);
  }

  private String silence(Silence silence) {
    return silence.left().isZero()
        ? messages.text("collect.silent-over", silence.quiet().toSeconds())
        : messages.text("collect.silent", silence.quiet().toSeconds(), Math.max(1, silence.left().toSeconds()));
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
    String size = now.total() > 0
        ? messages.text("collect.size-of", formats.bytes((double) now.bytes()), formats.bytes((double) now.total()))
        : formats.bytes((double) now.bytes());
    String bytes = running(CollectStep.DOWNLOAD) ? messages.text("collect.bytes", size, now.records()) : size;
    if (now.bytesPerSecond() > 0)
      bytes = messages.text("collect.bytes-rate", bytes, formats.bytes(now.bytesPerSecond()));
    String all = bytes;
    return now.left().map(left -> messages.text("collect.bytes-left", all, formats.duration(left))).orElse(all);
  }
}
