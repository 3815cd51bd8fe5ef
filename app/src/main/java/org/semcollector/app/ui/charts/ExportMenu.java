package org.semcollector.app.ui.charts;

import javafx.scene.control.MenuButton;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.FileChoice;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;

/// Takes along what is seen.
record ExportMenu(ChartsViewModel vm, ChartPane pane, FileChoice files, Messages messages, Formats formats)
    implements
      Builder<MenuButton> {
  @Override
  public MenuButton build() {
    return new MenuButton(messages.text("export.button"), Icons.of(Feather.DOWNLOAD));
  }
}
