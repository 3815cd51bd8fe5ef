package org.semcollector.app.ui.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons; size and colour come from the style sheet.
public final class Icons {
  private Icons() {}

  public static FontIcon of(Feather icon, String... styleClasses) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().addAll(styleClasses);
    return node;
  }
}
