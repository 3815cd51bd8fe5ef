package org.semcollector.app.ui.firmware;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The meters beside the chosen firmware: which get it, how many are where, and where each stands.
record CampaignView(CampaignViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    ListView<UpdateItem> list = list();
    VBox.setVgrow(list, Priority.ALWAYS);
    Label title = Panes.label(messages.text("campaign.title"), StyleClass.HEADING);
    title.setLabelFor(list);
    Label nothing = Panes.paragraph(messages.text("campaign.nothing"), StyleClass.MUTED);
    Panes.shownWhile(nothing, Bindings.isEmpty(vm.items()));
    Region work = Panes.column(StyleClass.COLUMN, counts(), insist(), buttons(), list);
    Panes.shownWhile(work, Bindings.isNotEmpty(vm.items()));
    VBox.setVgrow(work, Priority.ALWAYS);
    return Panes.column(StyleClass.CARD, title, Panes.paragraph(messages.text("campaign.hint"), StyleClass.MUTED),
        Panes.problem(vm.problemProperty()), nothing, work);
  }

  private ListView<UpdateItem> list() {
    ListView<UpdateItem> list = new ListView<>(vm.items());
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.UPDATE_LIST);
    list.setCellFactory(_ -> new UpdateCell(vm, messages));
    list.setOnKeyPressed(event -> {
      UpdateItem item = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && item != null) {
        vm.choose(item.ssid(), !item.chosen());
        event.consume();
      }
    });
    return list;
  }

  private Region buttons() {
    Button update = Buttons.primary("", Feather.PLAY, vm::update);
    Button retry = Buttons.of("", Feather.ROTATE_CW, vm::retryFailed);
    Button cancel = Buttons.of(messages.text("campaign.cancel"), Feather.X, vm::cancel);
    cancel.disableProperty().bind(vm.cancellingProperty());
    Panes.shownWhile(cancel, vm.runningProperty());
    Label why = Panes.paragraph("", StyleClass.MUTED);
    watch(() -> {
      long left = vm.items().stream().filter(vm::isLeft).count();
      long failed = vm.items().stream().filter(item -> item.state() == UpdateState.FAILED && vm.isLeft(item)).count();
      long chosen = vm.items().stream().filter(UpdateItem::chosen).count();
      update.setText(messages.text("campaign.update", left));
      update.setDisable(left == 0 || vm.runningProperty().get());
      retry.setText(messages.text("campaign.retry", failed));
      retry.setVisible(failed > 0 && failed < left);
      retry.setManaged(retry.isVisible());
      retry.setDisable(vm.runningProperty().get());
      why.setText(vm.cancellingProperty().get() && vm.runningProperty().get()
          ? messages.text("campaign.cancelling")
          : chosen == 0
              ? messages.text("campaign.none-chosen")
              : left < chosen && !vm.runningProperty().get() ? messages.text("campaign.not-all", chosen - left) : "");
    });
    FlowPane row = new FlowPane(update, retry, cancel, why);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Region counts() {
    FlowPane strip = new FlowPane();
    strip.getStyleClass().add(StyleClass.LEGEND);
    watch(() -> strip.getChildren().setAll(counted(vm.counts())));
    return strip;
  }

  private List<Label> counted(Map<UpdateState, Long> counts) {
    return Stream.of(UpdateState.CONFIRMED, UpdateState.WAITING, UpdateState.OPEN, UpdateState.ROLLED_BACK,
        UpdateState.UNKNOWN, UpdateState.FAILED).filter(counts::containsKey).map(state -> {
          Label label = Panes.label(messages.text("campaign.count", counts.getOrDefault(state, 0L),
              messages.of("campaign.counted", state)), StyleClass.STRONG);
          UpdateLook look = UpdateLook.of(state);
          label.setGraphic(Icons.of(look.icon(), look.styleClass()));
          return label;
        }).toList();
  }

  /// What speaks against it and can be insisted on; each by a sentence of its own, none by habit.
  private Region insist() {
    VBox boxes = Panes.column(StyleClass.TIGHT);
    watch(() -> {
      Set<Objection.Kind> kinds = vm.overridable();
      List<Object> shown = boxes.getChildren().stream().map(node -> node.getUserData()).toList();
      if (!shown.equals(List.copyOf(kinds)))
        boxes.getChildren().setAll(kinds.stream().map(this::insisting).toList());
      boxes.setDisable(vm.runningProperty().get());
    });
    return boxes;
  }

  private CheckBox insisting(Objection.Kind kind) {
    CheckBox box = new CheckBox(messages.of("campaign.insist", kind));
    box.setWrapText(true);
    box.setUserData(kind);
    box.setSelected(vm.overriddenProperty().get().contains(kind));
    box.setOnAction(_ -> vm.override(kind, box.isSelected()));
    return box;
  }

  private void watch(Runnable redraw) {
    InvalidationListener listener = _ -> redraw.run();
    vm.items().addListener(listener);
    vm.overriddenProperty().subscribe(redraw);
    vm.runningProperty().subscribe(redraw);
    vm.cancellingProperty().subscribe(redraw);
    redraw.run();
  }
}
