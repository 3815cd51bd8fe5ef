package org.semcollector.app.ui.setup;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What the meter gets: its token, explained while it is typed, its name and site; and what speaks against it.
record OrderCard(SetUpViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Form form = new Form();
    PasswordField hidden = new PasswordField();
    hidden.textProperty().bindBidirectional(vm.token().textProperty());
    hidden.setPromptText(messages.text("set-up.token-prompt"));
    hidden.accessibleHelpProperty().bind(vm.token().problemProperty());
    form.row(messages.text("set-up.token"), token(hidden), Form.wrong(vm.token().problemProperty()), whole(),
        prepared());
    TextField name = new TextField();
    name.textProperty().bindBidirectional(vm.nameProperty());
    form.row(messages.text("set-up.name"), name);
    TextField site = new TextField();
    site.textProperty().bindBidirectional(vm.siteProperty());
    form.row(messages.text("set-up.site"), site);
    Region fields = form.build();
    fields.disableProperty().bind(vm.runningProperty());
    Region card = Panes.column(StyleClass.CARD,
        Panes.row(StyleClass.TIGHT, Panes.label("2", StyleClass.BADGE, StyleClass.NUMBER),
            Panes.label(messages.text("set-up.order"), StyleClass.HEADING)),
        fields, refusal(), start());
    return Panes.shownWhile(card, vm.resultProperty().map(shown -> shown.filter(OrderCard::isWhole).isEmpty()));
  }

  /// Hidden as a password is; shown when asked.
  private Region token(PasswordField hidden) {
    TextField open = new TextField();
    open.textProperty().bindBidirectional(vm.token().textProperty());
    open.setAccessibleText(messages.text("set-up.token"));
    hidden.setAccessibleText(messages.text("set-up.token"));
    ToggleButton show = new ToggleButton("", Icons.of(Feather.EYE));
    show.setAccessibleText(messages.text("set-up.token-show"));
    show.setTooltip(new javafx.scene.control.Tooltip(messages.text("set-up.token-show")));
    Panes.shownWhile(open, show.selectedProperty());
    Panes.shownWhile(hidden, show.selectedProperty().not());
    StackPane both = new StackPane(hidden, open);
    HBox.setHgrow(both, Priority.ALWAYS);
    return Panes.row(StyleClass.TIGHT, both, show);
  }

  private Label whole() {
    Label label = Panes.paragraph(messages.text("set-up.token-whole"), StyleClass.SMALL, StyleClass.SUCCESS);
    label.setGraphic(Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS));
    return Panes.shownWhile(label, vm.wantedProperty().map(Optional::isPresent));
  }

  private Label prepared() {
    Label label = Form.hint(messages.text("set-up.from-list"));
    return Panes.shownWhile(label,
        vm.chosenProperty().map(shown -> shown.flatMap(Candidate::prepared).isPresent()));
  }

  private Region refusal() {
    CheckBox insist = new CheckBox(messages.text("set-up.insist"));
    insist.setWrapText(true);
    insist.selectedProperty().bindBidirectional(vm.replaceProperty());
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, Panes.problem(vm.refusalProperty()), insist),
        vm.refusalProperty().map(text -> !text.isEmpty()));
  }

  private Region start() {
    Button start = Buttons.primary(messages.text("set-up.start"), Feather.PLAY, vm::start);
    start.disableProperty().bind(vm.readyBinding().not());
    Button cancel = Buttons.of(messages.text("set-up.cancel"), Feather.X, vm::cancel);
    cancel.disableProperty().bind(vm.cancellingProperty());
    Panes.shownWhile(cancel, vm.runningProperty());
    Label effect = Panes.paragraph(messages.text("set-up.effect"), StyleClass.MUTED, StyleClass.SMALL);
    FlowPane row = new FlowPane(start, cancel);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return Panes.column(StyleClass.TIGHT, effect, row);
  }

  private static boolean isWhole(SetUpResult result) {
    return result.state() == SetUpResult.State.DONE || result.state() == SetUpResult.State.ALREADY;
  }
}
