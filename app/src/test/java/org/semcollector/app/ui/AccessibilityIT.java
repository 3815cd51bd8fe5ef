package org.semcollector.app.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(FxExtension.class)
class AccessibilityIT {
  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void everythingThatTakesTheFocusHasAName(int meters) throws Exception {
    try (Window window = Window.open(new FakeSite(meters, Settings.DEFAULTS).services(), false, 1)) {
      for (Screen screen : Screen.values()) {
        window.show(screen);
        window.picture("accessibility");
        List<String> nameless = Toolkit.onScreenThread(() -> nameless(window.stage.getScene().getRoot()));
        assertEquals(List.of(), nameless, screen.toString());
      }
    }
  }

  @Test
  void aButtonWithoutANameIsFound() throws Exception {
    assertEquals(1, Toolkit.onScreenThread(() -> nameless(new HBox(new Button("named"), new Button()))).size());
  }

  @Test
  void theEnergyChartTellsWhatItShows() throws Exception {
    try (Window window = Window.open(new FakeSite(1, Settings.DEFAULTS).services(), false, 1)) {
      window.picture("accessibility");
      List<String> texts = new ArrayList<>();
      Toolkit.onScreenThread(() -> {
        walk(window.stage.getScene().getRoot(), node -> {
          if (node.getAccessibleText() != null)
            texts.add(node.getAccessibleText());
        });
        return true;
      });
      assertTrue(texts.stream().anyMatch(text -> text.startsWith("30 bars, 371.7")), texts.toString());
    }
  }

  static List<String> nameless(Parent root) {
    Set<Node> labelled = new HashSet<>();
    walk(root, node -> {
      if (node instanceof Label label && label.getLabelFor() != null)
        labelled.add(label.getLabelFor());
    });
    List<String> nameless = new ArrayList<>();
    walk(root, node -> {
      boolean named = labelled.contains(node) || node.getAccessibleText() != null
          || (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank());
      if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !named)
        nameless.add(node.toString());
    });
    return nameless;
  }

  private static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    if (node instanceof Parent parent)
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
  }
}
