package org.semcollector.app.ui.sync;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The form below a device: the meter that is to become it.
record PrepareView(PrepareViewModel vm, ComboBox<String> meter, Messages messages) implements Builder<Region> {
  private static final int SSID_AND_NAME = 34;

  PrepareView(PrepareViewModel vm, Messages messages) {
    this(vm, new ComboBox<>(), messages);
  }

  @Override
  public Region build() {
    meter.setEditable(true);
    meter.getItems().setAll(vm.candidates().stream().map(vm::text).toList());
    meter.getEditor().setPrefColumnCount(SSID_AND_NAME);
    meter.getEditor().setPromptText(messages.text("prepare.prompt"));
    meter.getEditor().textProperty().bindBidirectional(vm.meterProperty());
    meter.getEditor().setOnAction(_ -> vm.prepare());
    meter.setAccessibleText(messages.text("prepare.meter"));
    Label label = Panes.label(messages.text("prepare.meter"), StyleClass.STRONG);
    label.setLabelFor(meter);
    Button prepare = Buttons.of(messages.text("prepare.do"), Feather.CHECK, vm::prepare);
    Panes.shownWhile(prepare, vm.mayInsistProperty().not());
    Button insist = Buttons.of(messages.text("prepare.insist"), Feather.CHECK, vm::insist);
    Panes.shownWhile(insist, vm.mayInsistProperty());
    Button cancel = Buttons.of(messages.text("prepare.cancel"), Feather.X, vm::close);
    Button copy = Buttons.of(messages.text("prepare.copy"), Feather.COPY,
        () -> vm.token().ifPresent(PrepareView::copy));
    FlowPane row = new FlowPane(label, meter, prepare, insist, cancel, copy);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    Region form = Panes.column(StyleClass.CARD, row,
        Panes.paragraph(messages.text("prepare.hint"), StyleClass.MUTED), Panes.problem(vm.problemProperty()));
    form.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE && !meter.isShowing())
        vm.close();
    });
    return form;
  }

  private static void copy(String token) {
    ClipboardContent content = new ClipboardContent();
    content.putString(token);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
