package org.semcollector.app.ui.fx;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A form: names on the left, controls on the right, what is wrong or good to know below each control.
public final class Form {
  private final GridPane grid = new GridPane();
  private int rows;

  public Form() {
    grid.getStyleClass().add(StyleClass.FORM);
  }

  /// A control with its name; more nodes go below it.
  public Form row(String name, Node control, Node... below) {
    Label label = Panes.label(name, StyleClass.STRONG);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(control);
    VBox column = Panes.column(StyleClass.TIGHT, control);
    column.getChildren().addAll(below);
    GridPane.setHgrow(column, Priority.ALWAYS);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    label.getStyleClass().add(StyleClass.FORM_NAME);
    grid.addRow(rows++, label, column);
    return this;
  }

  /// A typed text with what is wrong with it.
  public Form typed(String name, TypedText<?> text, String prompt, Node... below) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(text.textProperty());
    field.accessibleHelpProperty().bind(text.problemProperty());
    Node[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of(wrong(text.problemProperty())),
        List.of(below).stream()).toArray(Node[]::new);
    return row(name, field, all);
  }

  /// What is wrong with a field; takes no room while nothing is.
  public static Label wrong(ObservableValue<String> sentence) {
    Label label = Panes.paragraph("", StyleClass.DANGER, StyleClass.SMALL);
    label.setGraphic(Icons.of(org.kordamp.ikonli.feather.Feather.ALERT_CIRCLE, StyleClass.DANGER));
    label.textProperty().bind(sentence);
    return Panes.shownWhile(label, sentence.map(text -> !text.isEmpty()));
  }

  /// A sentence that is good to know.
  public static Label hint(String sentence) {
    return Panes.paragraph(sentence, StyleClass.MUTED, StyleClass.SMALL);
  }

  public GridPane build() {
    return grid;
  }
}
