package org.semcollector.app.ui;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.semcollector.app.ui.fx.Toolkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// What somebody sees in a window, and does to it.
final class Seen {
  private final Window window;

  Seen(Window window) {
    this.window = window;
  }

  /// Presses the button with this text, which must be seen and enabled.
  void press(String text) throws Exception {
    boolean pressed = Toolkit.onScreenThread(() -> {
      Optional<ButtonBase> button = button(text).filter(one -> !one.isDisabled());
      button.ifPresent(ButtonBase::fire);
      return button.isPresent();
    });
    assertTrue(pressed, "no button " + text);
  }

  boolean canPress(String text) throws Exception {
    return Toolkit.onScreenThread(() -> button(text).filter(one -> !one.isDisabled()).isPresent());
  }

  private Optional<ButtonBase> button(String text) {
    return all().filter(node -> node instanceof ButtonBase base && (text.equals(base.getText())
        || text.equals(base.getAccessibleText()))).map(ButtonBase.class::cast).findFirst();
  }

  /// Types into the field that the label names.
  void type(String label, String text) throws Exception {
    boolean typed = Toolkit.onScreenThread(() -> {
      Optional<TextInputControl> field = all()
          .filter(node -> node instanceof Label name && name.getText().equals(label))
          .map(node -> ((Label) node).getLabelFor()).flatMap(node -> node == null ? Stream.empty() : all(node))
          .filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast).findFirst();
      field.ifPresent(one -> one.setText(text));
      return field.isPresent();
    });
    assertTrue(typed, "no field " + label);
  }

  boolean shows(String text) throws Exception {
    return Toolkit.onScreenThread(() -> says(text));
  }

  void until(String text) throws Exception {
    window.until(() -> says(text));
  }

  private boolean says(String text) {
    return all().anyMatch(node -> node instanceof Labeled labeled && labeled.getText() != null
        && labeled.getText().contains(text));
  }

  /// A key, to the node with this style class.
  void key(String styleClass, KeyCode code) throws Exception {
    boolean sent = Toolkit.onScreenThread(() -> {
      Optional<Node> node = all().filter(one -> one.getStyleClass().contains(styleClass)).findFirst();
      node.ifPresent(one -> one.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
      return node.isPresent();
    });
    assertTrue(sent, "nothing of class " + styleClass);
  }

  Stream<Node> all() {
    return all(window.stage.getScene().getRoot());
  }

  private static Stream<Node> all(Node node) {
    if (!node.isVisible())
      return Stream.empty();
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Seen::all))
        : Stream.of(node);
  }
}
