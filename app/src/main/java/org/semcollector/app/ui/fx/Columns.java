package org.semcollector.app.ui.fx;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Parts of a page beside each other, equally wide, where they fit; else below each other. Follows the text size, not only
/// the window.
public final class Columns extends Pane {
  private static final double GAP_EM = 1.1;

  private final List<Region> parts;
  private final double widthEm;
  private final Label letter = new Label();

  /// @param widthEm width in letter heights from which the parts stand beside each other
  public Columns(double widthEm, Region... parts) {
    this.parts = List.of(parts);
    this.widthEm = widthEm;
    letter.setManaged(false);
    letter.setVisible(false);
    letter.fontProperty().subscribe(this::requestLayout);
    getChildren().addAll(parts);
    getChildren().add(letter);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return widthEm * letter.getFont().getSize();
  }

  @Override
  protected double computeMinHeight(double width) {
    return prefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double available = width < 0 ? prefWidth(-1) : width;
    List<Region> seen = seen();
    double each = each(available, seen.size());
    return isBeside(available)
        ? seen.stream().mapToDouble(part -> part.prefHeight(each)).max().orElse(0)
        : seen.stream().mapToDouble(part -> part.prefHeight(available)).sum() + gap() * Math.max(0, seen.size() - 1);
  }

  @Override
  protected void layoutChildren() {
    List<Region> seen = seen();
    double each = each(getWidth(), seen.size());
    double at = 0;
    for (Region part : seen) {
      if (isBeside(getWidth())) {
        part.resizeRelocate(snapPositionX(at), 0, snapSizeX(each), part.prefHeight(each));
        at += each + gap();
      } else {
        double height = part.prefHeight(getWidth());
        part.resizeRelocate(0, snapPositionY(at), getWidth(), height);
        at += height + gap();
      }
    }
  }

  private List<Region> seen() {
    return parts.stream().filter(Node::isManaged).toList();
  }

  private boolean isBeside(double width) {
    return width >= widthEm * letter.getFont().getSize();
  }

  private double each(double width, int count) {
    return count == 0 ? 0 : (width - gap() * (count - 1)) / count;
  }

  private double gap() {
    return GAP_EM * letter.getFont().getSize();
  }
}
