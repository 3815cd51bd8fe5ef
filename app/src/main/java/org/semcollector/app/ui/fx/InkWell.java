package org.semcollector.app.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Gives canvas drawings the colours and the font of the theme. A canvas cannot be styled; the well holds unseen regions
/// that can, one per colour name, and says when one of them changed.
public final class InkWell extends Group {
  private static final int SERIES = 8;

  private final List<Region> drops = new ArrayList<>();
  private final Label text = new Label();

  public InkWell(Runnable changed) {
    setManaged(false);
    for (String role : List.of("fg", "fg-muted", "bg", "grid", "gap", "focus", "warning", "heat", "voltage",
        "current"))
      drops.add(drop(role, changed));
    IntStream.rangeClosed(1, SERIES).forEach(i -> drops.add(drop("series-" + i, changed)));
    text.getStyleClass().add(StyleClass.CHART_TEXT);
    text.fontProperty().subscribe(changed);
    getChildren().addAll(drops);
    getChildren().add(text);
  }

  /// The colours and the font now.
  public Ink ink() {
    List<Color> colours = drops.stream().map(InkWell::colour).toList();
    return new Ink(colours.get(0), colours.get(1), colours.get(2), colours.get(3), colours.get(4), colours.get(5),
        colours.get(6), colours.get(7), colours.get(8), colours.get(9), colours.subList(10, 10 + SERIES), font());
  }

  private Font font() {
    return text.getFont();
  }

  private static Region drop(String role, Runnable changed) {
    Region drop = new Region();
    drop.setStyle("-fx-background-color: -sem-" + role + ";");
    drop.backgroundProperty().subscribe(changed);
    return drop;
  }

  private static Color colour(Region drop) {
    Background background = drop.getBackground();
    boolean styled = background != null && !background.getFills().isEmpty();
    return styled && background.getFills().getFirst().getFill() instanceof Color colour ? colour : Color.TRANSPARENT;
  }
}
