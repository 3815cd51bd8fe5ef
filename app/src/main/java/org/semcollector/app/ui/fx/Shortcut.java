package org.semcollector.app.ui.fx;

import javafx.scene.input.KeyCombination;

/// The keys that work everywhere in the window.
public enum Shortcut {
  METERS("Shortcut+1"), VISITS("Shortcut+8"), CHARTS("Shortcut+2"), TIME("Shortcut+3"), SYNC("Shortcut+4"), DETAILS(
      "Shortcut+5"), SET_UP(
          "Shortcut+6"), FIRMWARE("Shortcut+7"), SETTINGS("Shortcut+Comma"), SCAN(
              "F5"), COLLECT(
                  "Shortcut+Enter"), COLLECT_ALL("Shortcut+Shift+Enter"), CANCEL("Shortcut+Period"), PREVIOUS(
                      "Alt+Left"), NEXT(
                          "Alt+Right"), NOW(
                              "Alt+Home"), UP(
                                  "Alt+Up"), DAY(
                                      "Shortcut+D"), WEEK("Shortcut+K"), MONTH("Shortcut+M"), YEAR("Shortcut+Y");

  private final String name;

  Shortcut(String name) {
    this.name = name;
  }

  public KeyCombination keys() {
    return KeyCombination.keyCombination(name);
  }
}
