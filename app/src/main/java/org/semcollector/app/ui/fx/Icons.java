package org.semcollector.app.ui.fx;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// Icons as letters of an icon font: they take size and colour from the style sheet like any text, and so follow the
/// text scale.
public final class Icons {
  private Icons() {}

  public static Label of(Feather icon, String... styleClasses) {
    Label letter = new Label(Character.toString(icon.getCode()));
    letter.getStyleClass().add(StyleClass.ICON);
    letter.getStyleClass().addAll(styleClasses);
    // the word is always written beside it, so it stays silent
    letter.setAccessibleRole(AccessibleRole.NODE);
    return letter;
  }
}
