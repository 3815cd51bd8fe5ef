package org.semcollector.app.ui.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;

/// The walk: one word that can be read at arm's length, a sentence, and the route with its states.
record WalkView(WalkViewModel vm, Messages messages) implements Builder<Region> {
  private static final double LIST_SHARE = 0.32;

  @Override
  public Region build() {
    Region route = new WalkRoute(vm, messages).build();
    VBox page = Panes.column(StyleClass.WALK, controls(), word(), says(), progress());
    VBox.setVgrow(page, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPrefWidth(0);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox screen = new HBox(route, scroll);
    route.maxWidthProperty().bind(screen.widthProperty().multiply(LIST_SHARE));
    return Panes.shownWhile(screen, vm.openProperty());
  }

  private Region controls() {
    Button start = Buttons.primary(messages.text("walk.start"), Feather.PLAY, vm::start);
    Panes.shownWhile(start, vm.runningProperty().not());
    Button stop = Buttons.withShortcut(Buttons.of(messages.text("walk.stop"), Feather.SQUARE, vm::stop),
        messages.text("walk.stop"), Shortcut.CANCEL.keys());
    Panes.shownWhile(stop, vm.runningProperty());
    Button back = Buttons.of(messages.text("walk.back"), Feather.ARROW_LEFT, vm::close);
    Panes.shownWhile(back, vm.runningProperty().not());
    FlowPane controls = new FlowPane(back, start, stop, Panes.shownWhile(sites(), vm.runningProperty().not()), mute());
    controls.getStyleClass().add(StyleClass.TOOLBAR);
    vm.openProperty().subscribe(open -> {
      if (open)
        start.requestFocus();
    });
    return controls;
  }

  private Region sites() {
    ComboBox<String> sites = new ComboBox<>();
    vm.sitesProperty().subscribe(known -> {
      Optional<String> chosen = vm.siteProperty().get();
      List<String> names = new ArrayList<>(List.of(messages.text("walk.everything")));
      names.addAll(known.keySet());
      sites.getItems().setAll(names);
      sites.getSelectionModel().select(chosen.map(name -> Math.max(0, names.indexOf(name))).orElse(0));
    });
    sites.getSelectionModel().selectedIndexProperty().subscribe(index -> {
      if (index.intValue() >= 0)
        vm.siteProperty().set(index.intValue() == 0
            ? Optional.empty()
            : Optional.of(sites.getItems().get(index.intValue())));
    });
    Label label = Panes.label(messages.text("walk.site"), StyleClass.MUTED);
    label.setLabelFor(sites);
    return Panes.row(StyleClass.TIGHT, label, sites);
  }

  private ToggleButton mute() {
    ToggleButton mute = new ToggleButton();
    mute.selectedProperty().bindBidirectional(vm.mutedProperty());
    mute.textProperty()
        .bind(vm.mutedProperty().map(muted -> messages.text(muted ? "walk.sound-off" : "walk.sound-on")));
    mute.graphicProperty().bind(vm.mutedProperty().map(muted -> Icons.of(muted ? Feather.VOLUME_X : Feather.VOLUME_2)));
    return mute;
  }

  private Region word() {
    Label word = Panes.paragraph("", StyleClass.WALK_WORD);
    vm.phaseProperty().subscribe(phase -> {
      word.setText(messages.of("walk", phase));
      word.setGraphic(Icons.of(phase.icon(), phase.styleClass()));
      for (WalkPhase other : WalkPhase.values())
        word.getStyleClass().remove(other.styleClass());
      word.getStyleClass().add(phase.styleClass());
    });
    return word;
  }

  private Region says() {
    Label says = Panes.paragraph("", StyleClass.HUGE);
    says.textProperty().bind(vm.saysProperty());
    return says;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("collect.progress"));
    bar.progressProperty().bind(Bindings.createDoubleBinding(() -> {
      Transfer now = vm.transferProperty().get();
      return now.total() > 0 ? (double) now.bytes() / now.total() : ProgressBar.INDETERMINATE_PROGRESS;
    }, vm.transferProperty()));
    return Panes.shownWhile(bar, vm.phaseProperty().isEqualTo(WalkPhase.COLLECTING));
  }
}
