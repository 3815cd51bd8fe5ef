package org.semcollector.app.ui.meter;

import java.time.ZoneId;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.fx.ZoneField;

/// What people note about the meter; kept when it is saved.
record NotesCard(NotesViewModel vm, Messages messages) implements Builder<Region> {
  private static final int CHANNELS = 3;

  @Override
  public Region build() {
    Form form = new Form();
    form.row(messages.text("details.name"), field(vm.nameProperty()));
    form.row(messages.text("details.site"), field(vm.siteProperty()),
        Form.hint(messages.text("details.site-hint")));
    form.row(messages.text("details.zone"), new ZoneField(vm.zone().textProperty(),
        ZoneId.getAvailableZoneIds().stream().sorted().toList(), messages.text("details.zone-search")).build(),
        Form.wrong(vm.zone().problemProperty()));
    form.typed(messages.text("details.factor"), vm.factor(), messages.text("details.factor-example"), suggestion(),
        Form.hint(messages.text("details.factor-hint")));
    form.typed(messages.text("settings.voltage"), vm.voltage(), messages.text("details.voltage-example"),
        Form.hint(messages.text("details.voltage-hint")));
    for (int channel = 1; channel <= CHANNELS; channel++)
      form.row(messages.text("details.channel", channel), field(vm.channelProperty(channel)));
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("details.notes"), StyleClass.HEADING), form.build(),
        buttons(), Panes.problem(vm.problemProperty()), said());
  }

  private static TextField field(StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private Region suggestion() {
    Label says = Panes.paragraph("", StyleClass.SMALL);
    says.textProperty().bind(vm.suggestedProperty().map(factor -> factor.isPresent()
        ? messages.text("details.suggested", factor.getAsDouble())
        : ""));
    Hyperlink take = new Hyperlink(messages.text("details.take-suggested"));
    take.setOnAction(_ -> vm.takeSuggestion());
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, says, take),
        vm.suggestedProperty().map(factor -> factor.isPresent()));
  }

  private Region buttons() {
    Button save = Buttons.primary(messages.text("details.save"), Feather.CHECK, vm::save);
    save.disableProperty().bind(vm.changedProperty().not().or(vm.zone().problemProperty().isNotEmpty())
        .or(vm.factor().problemProperty().isNotEmpty()).or(vm.voltage().problemProperty().isNotEmpty()));
    Button discard = Buttons.of(messages.text("details.discard"), Feather.CORNER_UP_LEFT, vm::discard);
    discard.disableProperty().bind(vm.changedProperty().not());
    FlowPane row = new FlowPane(save, discard);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Region said() {
    Label said = Panes.paragraph("", StyleClass.MUTED);
    said.textProperty().bind(vm.saidProperty());
    return Panes.shownWhile(said, vm.saidProperty().map(text -> !text.isEmpty()));
  }
}
