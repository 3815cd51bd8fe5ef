package org.semcollector.app.ui.time;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Says by keyboard when the selected outage was.
record PinCard(TimeViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    var form = new GridPane();
    form.getStyleClass().add(StyleClass.FACTS);
    TextField from = field(vm.fromProperty());
    TextField to = field(vm.toProperty());
    form.addRow(0, label("time.from", from), from);
    form.addRow(1, label("time.to", to), to);
    Button pin = Buttons.of(messages.text("time.pin"), Feather.MAP_PIN, vm::pinTyped);
    pin.disableProperty().bind(vm.pinnableBinding().not());
    Button unpin = Buttons.of(messages.text("time.unpin"), Feather.X, vm::unpin);
    unpin.disableProperty().bind(vm.selectedProperty()
        .map(outage -> outage.filter(each -> each.sureness() == PlacedOutage.Sureness.PINNED).isEmpty()));
    var buttons = new FlowPane(pin, unpin);
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    Label hint = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    hint.textProperty().bind(vm.selectedProperty().map(outage -> messages.text(
        outage.isPresent() ? "time.pin-hint" : "time.choose-outage", vm.zone().getId())));
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("time.pin-title"), StyleClass.HEADING), hint, form,
        buttons);
  }

  private TextField field(StringProperty text) {
    var field = new TextField();
    field.setPromptText(messages.text("time.form"));
    field.textProperty().bindBidirectional(text);
    field.disableProperty().bind(vm.selectedProperty().map(Optional::isEmpty));
    field.setOnAction(_ -> {
      if (vm.pinnableBinding().get())
        vm.pinTyped();
    });
    return field;
  }

  private Label label(String key, TextField field) {
    Label label = Panes.label(messages.text(key), StyleClass.STRONG);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
