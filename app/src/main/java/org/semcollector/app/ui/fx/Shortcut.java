package org.semcollector.app.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that work everywhere in the window.
public enum Shortcut {
  METERS(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
  CHARTS(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
  SYNC(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN),
  SETTINGS(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
  SCAN(KeyCode.F5),
  COLLECT(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
  COLLECT_ALL(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  CANCEL(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN),
  PREVIOUS(KeyCode.LEFT, KeyCombination.ALT_DOWN),
  NEXT(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
  NOW(KeyCode.HOME, KeyCombination.ALT_DOWN),
  UP(KeyCode.UP, KeyCombination.ALT_DOWN),
  DAY(KeyCode.D, KeyCombination.SHORTCUT_DOWN),
  MONTH(KeyCode.M, KeyCombination.SHORTCUT_DOWN),
  YEAR(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final KeyCombination keys;

  Shortcut(KeyCode code, KeyCombination.Modifier... modifiers) {
    this.keys = new KeyCodeCombination(code, modifiers);
  }

  public KeyCombination keys() {
    return keys;
  }
}
