package org.semcollector.app.ui.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.FileOpening;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.meter.Ssid;

/// The meters that could be set up on the left; the chosen one, what it gets, the steps and the end on the right.
///
/// @param details told which meter to show the details of
public record SetUpView(SetUpViewModel vm, FileOpening files, Consumer<Ssid> details, Messages messages)
    implements
      Builder<Region> {
  private static final double LIST_SHARE = 0.32;

  @Override
  public Region build() {
    Region list = list();
    Region wizard = Panes.column(StyleClass.PAGE, title(), nothing(), chosen());
    ScrollPane scroll = new ScrollPane(wizard);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    scroll.setPrefWidth(0);
    HBox screen = new HBox(list, scroll);
    list.maxWidthProperty().bind(screen.widthProperty().multiply(LIST_SHARE));
    return screen;
  }

  private Region list() {
    ListView<Candidate> list = new ListView<>(vm.candidates().all());
    list.getStyleClass().add(StyleClass.METER_LIST);
    list.setCellFactory(_ -> new CandidateCell(messages));
    list.setPlaceholder(Panes.paragraph(messages.text("set-up.no-candidate"), StyleClass.MUTED));
    list.disableProperty().bind(vm.runningProperty());
    list.getSelectionModel().selectedItemProperty().subscribe(one -> {
      if (one != null)
        vm.choose(one.ssid());
    });
    vm.chosenProperty().subscribe(shown -> select(list, shown));
    vm.candidates().all().subscribe(() -> select(list, vm.chosenProperty().get()));
    VBox.setVgrow(list, Priority.ALWAYS);
    Label title = Panes.label(messages.text("set-up.title"), StyleClass.TITLE);
    title.setLabelFor(list);
    Button take = Buttons.of(messages.text("set-up.take-list"), Feather.FILE_TEXT,
        () -> files.open(messages.text("set-up.list-kind"), List.of("*.csv", "*.txt"))
            .ifPresent(vm.candidates()::take));
    return Panes.column(StyleClass.SIDE, title, new FlowPane(take), said(), list);
  }

  private void select(ListView<Candidate> list, Optional<Candidate> shown) {
    Optional<Candidate> row = shown.flatMap(candidate -> list.getItems().stream()
        .filter(one -> one.ssid().equals(candidate.ssid())).findFirst());
    if (row.isPresent())
      list.getSelectionModel().select(row.get());
    else
      list.getSelectionModel().clearSelection();
  }

  private Region said() {
    Label said = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    said.textProperty().bind(vm.candidates().saidProperty());
    Panes.shownWhile(said, said.textProperty().map(text -> !text.isEmpty()));
    VBox problems = Panes.column(StyleClass.TIGHT);
    vm.candidates().problems().subscribe(() -> problems.getChildren().setAll(vm.candidates().problems().stream()
        .map(line -> Panes.paragraph(line, StyleClass.DANGER, StyleClass.SMALL)).toList()));
    ScrollPane scroll = new ScrollPane(problems);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add(StyleClass.LINE_PROBLEMS);
    scroll.setAccessibleText(messages.text("set-up.line-problems"));
    Panes.shownWhile(scroll, Bindings.isNotEmpty(vm.candidates().problems()));
    return Panes.column(StyleClass.TIGHT, said, scroll);
  }

  private Region title() {
    Label name = Panes.label("", StyleClass.TITLE);
    name.textProperty().bind(vm.chosenProperty()
        .map(shown -> shown.map(one -> messages.text("set-up.of", one.name()))
            .orElseGet(() -> messages.text("set-up.choose"))));
    return name;
  }

  private Region nothing() {
    Region help = Panes.column(StyleClass.COLUMN, Panes.paragraph(messages.text("set-up.help")),
        Panes.paragraph(messages.text("set-up.help-list"), StyleClass.MUTED));
    return Panes.shownWhile(help, vm.chosenProperty().map(Optional::isEmpty));
  }

  private Region chosen() {
    Region cards = Panes.column(StyleClass.COLUMN, new FoundCard(vm, messages).build(),
        new OrderCard(vm, messages).build(), new EndCard(vm, details, messages).build(),
        new LadderCard(vm, messages).build());
    return Panes.shownWhile(cards, vm.chosenProperty().map(Optional::isPresent));
  }
}
