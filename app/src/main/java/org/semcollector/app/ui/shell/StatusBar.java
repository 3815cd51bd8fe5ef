package org.semcollector.app.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.TaskProgressView;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.FxTasks;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The line at the bottom: the air, what runs, and what the server still lacks.
record StatusBar(ShellViewModel vm, ClockLightViewModel clock, FxTasks tasks,
    Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label wifi = Panes.label("", StyleClass.MUTED);
    wifi.setGraphic(Icons.of(Feather.WIFI));
    wifi.textProperty().bind(vm.wifiBinding());
    Label unproven = Panes.label("", StyleClass.MUTED);
    unproven.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
    unproven.textProperty().bind(vm.unprovenBinding());
    Panes.shownWhile(unproven, vm.emptyBinding().not());
    HBox bar = Panes.row(StyleClass.STATUS, wifi, new ClockLight(clock, messages).build());
    if (vm.simulated())
      bar.getChildren().add(Panes.label(messages.text("status.simulated"), StyleClass.BADGE));
    bar.getChildren().addAll(Panes.spacer(), running(), unproven);
    return bar;
  }

  private Button running() {
    Button button = Buttons.of("", Feather.ACTIVITY, () -> {});
    button.textProperty().bind(Bindings.createStringBinding(
        () -> messages.text("status.tasks", tasks.running().size()), tasks.running()));
    button.setOnAction(_ -> popOver().show(button));
    return Panes.shownWhile(button, Bindings.isNotEmpty(tasks.running()));
  }

  private PopOver popOver() {
    TaskProgressView<Task<?>> view = new TaskProgressView<>();
    Bindings.bindContent(view.getTasks(), tasks.running());
    PopOver over = new PopOver(view);
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    over.setTitle(messages.text("status.tasks-title"));
    return over;
  }
}
