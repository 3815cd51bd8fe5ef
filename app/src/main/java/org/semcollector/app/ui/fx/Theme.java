package org.semcollector.app.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/// Colours, fonts and text size of a scene. All three can change while it is shown.
public final class Theme {
  /// Text size at scale 1, px.
  public static final double BASE_SIZE = 13;

  /// Smaller text cannot be read in the sun: 16 px.
  private static final double CONTRAST_SCALE = 1.25;
  private static final String ROOT = "/org/semcollector/app/ui/";
  private static final List<String> SHEETS = List.of("tokens.css", "controls.css", "app.css");
  private static final String ICON_FONT = "/META-INF/resources/feather/4.28/fonts/feather.ttf";
  private static final List<String> FONTS = List.of("Inter_400Regular.ttf", "Inter_500Medium.ttf",
      "Inter_600SemiBold.ttf");

  private Theme() {}

  /// Makes the program's own fonts known; the first thing to do once the toolkit runs.
  ///
  /// @throws IllegalStateException when a font cannot be used
  public static void loadFonts() {
    for (String name : FONTS)
      load(resource("fonts/" + name));
    load(Objects.requireNonNull(Feather.class.getResource(ICON_FONT), ICON_FONT));
  }

  /// Dresses a scene.
  ///
  /// @param textScale 1.0 to 2.0
  public static void apply(Scene scene, boolean dark, double textScale) {
    scene.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    if (scene.getStylesheets().isEmpty())
      SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet).toExternalForm()));
    scene.getRoot().getStyleClass().removeAll(StyleClass.DARK, StyleClass.CONTRAST);
    if (dark)
      scene.getRoot().getStyleClass().add(StyleClass.DARK);
    scene.getRoot().setStyle("-fx-font-size: " + BASE_SIZE * textScale + "px;");
  }

  /// Dresses a scene for bright light: black on white, strong edges, larger text and targets.
  ///
  /// @param textScale 1.0 to 2.0
  public static void applyHighContrast(Scene scene, double textScale) {
    apply(scene, false, Math.max(CONTRAST_SCALE, textScale));
    scene.getRoot().getStyleClass().add(StyleClass.CONTRAST);
  }

  private static void load(URL font) {
    try (InputStream in = font.openStream()) {
      if (Font.loadFont(in, BASE_SIZE) == null)
        throw new IllegalStateException("the font " + font + " cannot be used");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(ROOT + name), name);
  }
}
