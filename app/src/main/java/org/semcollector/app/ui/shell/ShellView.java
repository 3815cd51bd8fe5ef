package org.semcollector.app.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;

/// Navigation on the left, the chosen screen beside it, the status bar below.
///
/// @param screens the content of each screen
/// @param status the status bar
record ShellView(ShellViewModel vm, Map<Screen, Region> screens, Region status, Messages messages)
    implements
      Builder<Region> {
  /// Height in letter heights that all names below their icons need.
  private static final double HEIGHT_EM = 45;

  ShellView {
    screens = new EnumMap<>(screens);
  }

  @Override
  public Region build() {
    StackPane content = new StackPane();
    screens.forEach((screen, region) -> content.getChildren()
        .add(Panes.shownWhile(region, vm.screenProperty().map(screen::equals))));
    BorderPane shell = new BorderPane(content);
    shell.getStyleClass().add(StyleClass.SHELL);
    ScrollPane navigation = new ScrollPane(navigation());
    navigation.getStyleClass().add(StyleClass.NAVIGATION_SCROLL);
    navigation.setFitToWidth(true);
    navigation.setFitToHeight(true);
    navigation.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    navigation.setFocusTraversable(false);
    navigation.heightProperty().subscribe(height -> arrange(navigation));
    shell.setLeft(navigation);
    shell.setBottom(status);
    return shell;
  }

  /// Names below their icons; beside them where the text is large for the window.
  private static void arrange(ScrollPane navigation) {
    navigation.lookupAll(".toggle-button").forEach(node -> {
      if (node instanceof ToggleButton entry) {
        boolean tall = navigation.getHeight() >= HEIGHT_EM * entry.getFont().getSize();
        entry.setContentDisplay(tall ? ContentDisplay.TOP : ContentDisplay.LEFT);
        entry.setAlignment(tall ? Pos.CENTER : Pos.CENTER_LEFT);
      }
    });
  }

  private Region navigation() {
    VBox navigation = Panes.column(StyleClass.NAVIGATION);
    ToggleGroup group = new ToggleGroup();
    for (Screen screen : vm.screens())
      navigation.getChildren().add(entry(screen, group));
    return navigation;
  }

  private Node entry(Screen screen, ToggleGroup group) {
    ToggleButton entry = new ToggleButton(messages.of("screen", screen), Icons.of(icon(screen)));
    entry.setContentDisplay(ContentDisplay.TOP);
    entry.setToggleGroup(group);
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setOnAction(_ -> {
      entry.setSelected(true);
      vm.screenProperty().set(screen);
    });
    vm.screenProperty().subscribe(shown -> entry.setSelected(shown == screen));
    return Buttons.withShortcut(entry, messages.of("screen", screen), Shortcut.valueOf(screen.name()).keys());
  }

  private static Feather icon(Screen screen) {
    return switch (screen) {
      case METERS -> Feather.CPU;
      case VISITS -> Feather.DOWNLOAD;
      case CHARTS -> Feather.BAR_CHART_2;
      case TIME -> Feather.CLOCK;
      case SYNC -> Feather.UPLOAD_CLOUD;
      case DETAILS -> Feather.CLIPBOARD;
      case SET_UP -> Feather.PLUS_CIRCLE;
      case FIRMWARE -> Feather.PACKAGE;
      case SETTINGS -> Feather.SETTINGS;
    };
  }
}
