package org.semcollector.app.ui.meter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The token, the clock, and apart from them what erases.
record OperateCard(DetailsViewModel details, Messages messages) implements Builder<Region> {
  private static final String HIDDEN = "•".repeat(12);

  @Override
  public Region build() {
    OperateViewModel vm = details.operate();
    Label away = Panes.paragraph(messages.text("operate.not-in-range"), StyleClass.MUTED);
    Panes.shownWhile(away, vm.airProperty().map(Optional::isEmpty));
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("operate.title"), StyleClass.HEADING), token(vm),
        away, clock(vm), running(vm), result(vm), erase(vm));
  }

  private Region token(OperateViewModel vm) {
    Label shown = Panes.paragraph("");
    shown.textProperty().bind(Bindings.createStringBinding(
        () -> token().map(text -> vm.tokenShownProperty().get() ? text : HIDDEN)
            .orElseGet(() -> messages.text("operate.no-token")),
        details.shownProperty(), vm.tokenShownProperty()));
    shown.accessibleTextProperty().bind(Bindings.createStringBinding(
        () -> vm.tokenShownProperty().get() || token().isEmpty()
            ? shown.getText()
            : messages.text("operate.token-hidden"),
        shown.textProperty(), vm.tokenShownProperty()));
    Button show = Buttons.of("", Feather.EYE, () -> vm.tokenShownProperty().set(!vm.tokenShownProperty().get()));
    show.textProperty().bind(vm.tokenShownProperty()
        .map(now -> messages.text(now ? "operate.hide-token" : "operate.show-token")));
    Button copy = Buttons.of(messages.text("operate.copy-token"), Feather.COPY, () -> token().ifPresent(this::copy));
    FlowPane buttons = Panes.shownWhile(bar(show, copy), details.shownProperty().map(_ -> token().isPresent()));
    return new Form().row(messages.text("operate.token"), shown, buttons).build();
  }

  private Optional<String> token() {
    return details.shownProperty().get().flatMap(MeterDetails::row).flatMap(MeterRow::token)
        .map(token -> new String(token.encode().toArray(), StandardCharsets.US_ASCII));
  }

  private void copy(String token) {
    ClipboardContent content = new ClipboardContent();
    content.putString(token);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Region clock(OperateViewModel vm) {
    Button set = Buttons.of(messages.text("operate.set-clock"), Feather.CLOCK, vm::setClock);
    set.disableProperty().bind(vm.reachableBinding().not());
    return Panes.column(StyleClass.TIGHT, bar(set), Form.hint(messages.text("operate.set-clock-hint")));
  }

  private Region running(OperateViewModel vm) {
    ProgressBar progress = new ProgressBar();
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(messages.text("operate.running"));
    Label says = Panes.paragraph("", StyleClass.MUTED);
    says.textProperty().bind(vm.saysProperty());
    Button cancel = Buttons.of(messages.text("collect.cancel"), Feather.X, vm::cancel);
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, progress, says, bar(cancel)), vm.runningProperty());
  }

  private Region result(OperateViewModel vm) {
    Label sentence = Panes.paragraph("");
    vm.resultProperty().subscribe(shown -> shown.ifPresent(result -> {
      sentence.setText(result.sentence());
      sentence.setGraphic(icon(result.state()));
    }));
    return Panes.shownWhile(sentence, vm.resultProperty().map(Optional::isPresent));
  }

  private static Label icon(OperationResult.State state) {
    return switch (state) {
      case DONE -> Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case PARTLY -> Icons.of(Feather.ALERT_CIRCLE, StyleClass.WARNING);
      case NOT_DONE -> Icons.of(Feather.X_CIRCLE, StyleClass.DANGER);
    };
  }

  /// Apart from the rest, named by its effect, and never by one press.
  private Region erase(OperateViewModel vm) {
    TextField typed = new TextField();
    typed.textProperty().bindBidirectional(vm.typedNameProperty());
    typed.promptTextProperty().bind(vm.nameProperty());
    Label label = Panes.label("", StyleClass.STRONG);
    label.textProperty().bind(vm.nameProperty().map(name -> messages.text("operate.type-name", name)));
    label.setLabelFor(typed);
    label.setWrapText(true);
    CheckBox unproven = new CheckBox(messages.text("operate.unproven"));
    unproven.setWrapText(true);
    unproven.selectedProperty().bindBidirectional(vm.unprovenProperty());
    Button erase = Buttons.of("", Feather.TRASH_2, vm::erase);
    erase.getStyleClass().add(StyleClass.DANGER_BUTTON);
    erase.textProperty().bind(vm.nameProperty().map(name -> messages.text("operate.erase", name)));
    erase.disableProperty().bind(vm.namedBinding().not().or(vm.reachableBinding().not()));
    return Panes.column(StyleClass.DANGER_ZONE, Panes.label(messages.text("operate.erasing"), StyleClass.STRONG),
        Panes.paragraph(messages.text("operate.erase-hint"), StyleClass.MUTED, StyleClass.SMALL), label, typed,
        unproven,
        bar(erase));
  }

  private static FlowPane bar(Region... nodes) {
    FlowPane row = new FlowPane(nodes);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }
}
