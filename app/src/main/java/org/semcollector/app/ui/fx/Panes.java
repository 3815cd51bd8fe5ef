package org.semcollector.app.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small pieces of layout.
public final class Panes {
  private Panes() {}

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A text that goes over several lines.
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Takes the room that nothing else wants in a row.
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  public static HBox row(String styleClass, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().addAll(StyleClass.ROW, styleClass);
    return row;
  }

  public static VBox column(String styleClass, Node... children) {
    VBox column = new VBox(children);
    column.getStyleClass().addAll(StyleClass.COLUMN, styleClass);
    return column;
  }

  /// Shows a node only while a condition holds, and takes its room away otherwise.
  public static <N extends Node> N shownWhile(N node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  /// A sentence about a problem; takes no room while there is none.
  public static Label problem(ObservableValue<String> sentence) {
    Label label = paragraph("", StyleClass.PROBLEM);
    label.setGraphic(Icons.of(org.kordamp.ikonli.feather.Feather.ALERT_TRIANGLE));
    label.textProperty().bind(sentence);
    return shownWhile(label, sentence.map(text -> !text.isEmpty()));
  }
}
