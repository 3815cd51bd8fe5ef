package org.semcollector.app.ui.time;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The outages as a list to choose from.
record OutageList(TimeViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    var list = new ListView<PlacedOutage>();
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.OUTAGE_LIST);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Panes.paragraph(messages.text("time.no-outages"), StyleClass.MUTED));
    Label title = Panes.label("", StyleClass.HEADING);
    title.setLabelFor(list);
    Runnable refill = () -> {
      list.getItems().setAll(vm.outages());
      title.setText(messages.text("time.outages", vm.outages().size()));
      select(list);
    };
    vm.shownProperty().subscribe(refill);
    vm.pendingProperty().subscribe(refill);
    vm.selectedProperty().subscribe(() -> select(list));
    list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
      if (chosen != null && !Optional.of(chosen).equals(vm.selectedProperty().get()))
        vm.select(Optional.of(chosen));
    });
    VBox column = Panes.column(StyleClass.TIGHT, title, list);
    column.setMinWidth(0);
    column.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(list, Priority.ALWAYS);
    return column;
  }

  private void select(ListView<PlacedOutage> list) {
    Optional<PlacedOutage> chosen = vm.selectedProperty().get();
    if (chosen.isEmpty())
      list.getSelectionModel().clearSelection();
    else if (!chosen.get().equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(chosen.get());
      list.scrollTo(chosen.get());
    }
  }

  /// When, how long and how sure, in two lines.
  private final class Cell extends ListCell<PlacedOutage> {
    private final Label when = Panes.paragraph("", StyleClass.STRONG);
    private final Label what = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    private final VBox lines = Panes.column(StyleClass.TIGHT, when, what);

    private Cell() {
      getStyleClass().add(StyleClass.METER_CELL);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PlacedOutage outage, boolean empty) {
      super.updateItem(outage, empty);
      if (empty || outage == null) {
        setGraphic(null);
        return;
      }
      var words = new TimeWords(messages, vm.zone());
      when.setText(messages.text("time.from-to", words.time(outage.from().at()), words.time(outage.to().at())));
      what.setText(messages.text("time.what", words.lengthWithBounds(outage), words.sureness(outage),
          messages.of("why", outage.why())));
      setGraphic(lines);
      setAccessibleText(words.outage(outage));
    }
  }
}
