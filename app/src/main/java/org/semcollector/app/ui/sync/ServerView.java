package org.semcollector.app.ui.sync;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Address, sign-in, trust, and a test that explains itself step by step.
record ServerView(ServerViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label kept = Panes.paragraph("", StyleClass.MUTED);
    kept.textProperty().bind(vm.keptProperty());
    Panes.shownWhile(kept, vm.keptProperty().map(text -> !text.isEmpty()));
    return Panes.column(StyleClass.COLUMN, form(), buttons(), kept, Panes.problem(vm.problemProperty()), steps(),
        when());
  }

  private Region form() {
    GridPane form = new GridPane();
    form.getStyleClass().add(StyleClass.FORM);
    TextField address = field(vm.addressProperty(), messages.text("sync.server-example"));
    form.addRow(0, label(messages.text("sync.server"), address), address);
    form.addRow(1, Panes.label(messages.text("sync.sign-in"), StyleClass.STRONG), signIn());
    TextField user = field(vm.userProperty(), "");
    form.addRow(2, Panes.shownWhile(label(messages.text("sync.user"), user), is(SignIn.USER)),
        Panes.shownWhile(user, is(SignIn.USER)));
    PasswordField secret = new PasswordField();
    secret.textProperty().bindBidirectional(vm.secretProperty());
    secret.setPromptText(messages.text("sync.secret-kept"));
    Label secretLabel = label("", secret);
    secretLabel.textProperty().bind(vm.signInProperty()
        .map(kind -> messages.text(kind == SignIn.API_KEY ? "sync.api-key" : "sync.password")));
    ObservableValue<Boolean> signedIn = is(SignIn.DEVICE_TOKENS).map(tokens -> !tokens);
    form.addRow(3, Panes.shownWhile(secretLabel, signedIn), Panes.shownWhile(secret, signedIn));
    CheckBox keep = new CheckBox(messages.text("sync.keep"));
    keep.setWrapText(true);
    keep.selectedProperty().bindBidirectional(vm.keepProperty());
    form.add(Panes.shownWhile(keep, signedIn), 1, 4);
    Label hint = Panes.paragraph("", StyleClass.MUTED);
    hint.textProperty().bind(vm.signInProperty().map(kind -> messages.of("sync.hint", kind)));
    form.add(hint, 1, 5);
    TextField ca = field(vm.caFileProperty(), messages.text("sync.optional"));
    form.addRow(6, label(messages.text("sync.ca-file"), ca), ca);
    TextField pin = field(vm.pinProperty(), messages.text("sync.optional"));
    form.addRow(7, label(messages.text("sync.pin"), pin), pin);
    return form;
  }

  private static TextField field(javafx.beans.property.StringProperty text, String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(text);
    GridPane.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private ObservableValue<Boolean> is(SignIn kind) {
    return vm.signInProperty().map(kind::equals);
  }

  private static Label label(String text, Node control) {
    Label label = Panes.label(text, StyleClass.STRONG);
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Region signIn() {
    Buttons.Segments<SignIn> kinds = Buttons.segments(List.of(SignIn.values()), kind -> messages.of("sync.by", kind),
        vm.signInProperty()::set);
    vm.signInProperty().subscribe(kinds::show);
    return kinds.row();
  }

  private Region buttons() {
    Button test = Buttons.of(messages.text("sync.test"), Feather.ZAP, vm::test);
    test.disableProperty().bind(vm.completeBinding().not().or(vm.testingProperty()));
    Button forget = Buttons.of(messages.text("sync.forget"), Feather.TRASH_2, vm::forget);
    FlowPane row = new FlowPane(test, forget);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Region steps() {
    VBox list = Panes.column(StyleClass.TIGHT);
    vm.steps().subscribe(() -> list.getChildren().setAll(vm.steps().stream().map(this::step).toList()));
    return list;
  }

  private Label step(TestStep step) {
    Label label = Panes.paragraph(
        messages.text("sync.step", messages.of("test-outcome", step.outcome()), step.sentence()));
    label.setGraphic(switch (step.outcome()) {
      case PASSED -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case FAILED -> Icons.of(Feather.X_CIRCLE, StyleClass.DANGER);
      case SKIPPED -> Icons.of(Feather.MINUS_CIRCLE, StyleClass.MUTED);
    });
    return label;
  }

  private Region when() {
    CheckBox automatic = new CheckBox(messages.text("sync.automatic"));
    automatic.setWrapText(true);
    CheckBox metered = new CheckBox(messages.text("sync.metered"));
    metered.setWrapText(true);
    vm.settings().settingsProperty().subscribe(settings -> {
      automatic.setSelected(settings.server().automatic());
      metered.setSelected(settings.server().onMetered());
    });
    automatic.setOnAction(_ -> vm.automatic(automatic.isSelected()));
    metered.setOnAction(_ -> vm.onMetered(metered.isSelected()));
    metered.disableProperty().bind(automatic.selectedProperty().not());
    return Panes.column(StyleClass.TIGHT, automatic, metered);
  }
}
