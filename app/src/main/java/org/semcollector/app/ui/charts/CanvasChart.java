package org.semcollector.app.ui.charts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.StyleClass;

/// A chart on a canvas of its own size, redrawn when size, theme, view or content change, with a box of text for the
/// thing that is pointed at or selected by keyboard: a bar, a moment, a cell.
///
/// To a screen reader the chart is one text, which becomes that of the thing pointed at while the keyboard moves over
/// them.
abstract class CanvasChart extends Region {
  private static final double SMALLEST = 60;

  private final Canvas canvas = new Canvas();
  private final Label tipTitle = label(StyleClass.TIP_TITLE);
  private final Label tipValue = label(StyleClass.TIP_VALUE);
  private final Label tipNote = label(StyleClass.TIP_TITLE);
  private final VBox tip = new VBox(tipTitle, tipValue, tipNote);
  private final InkWell well = new InkWell(this::requestLayout);
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(false);
  private final ChartPointer pointer = new ChartPointer(this);
  private @Nullable TextRuler ruler;
  private Viewport view = Viewport.WHOLE;

  CanvasChart() {
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    getStyleClass().add(StyleClass.CANVAS_CHART);
    tip.getStyleClass().add(StyleClass.CHART_TIP);
    tip.setManaged(false);
    tip.setMouseTransparent(true);
    tip.setVisible(false);
    getChildren().addAll(well, canvas, tip);
    focusedProperty().subscribe(this::requestLayout);
  }

  /// How many things can be pointed at.
  abstract int count();

  /// The thing at a pixel of the plot, -1 for none.
  abstract int at(double x, double y, Plot plot);

  /// Where a thing is drawn; the tip stands beside it.
  abstract Box place(int index, Plot plot);

  /// The thing that an arrow key leads to from another one; the same when it leads nowhere.
  abstract int beside(int index, KeyCode arrow);

  /// Where along the breadth of the chart a thing lies, 0..1.
  abstract double along(int index);

  /// The least part of the breadth that is worth seeing; 1 where zooming makes no sense.
  abstract double narrowest();

  /// Draws everything; the sheet is empty.
  ///
  /// @return the rectangle of the values
  abstract Plot paint(Sheet sheet, Viewport seen, int pointedAt);

  /// What the tip says about a thing.
  abstract Tip tip(int index);

  /// What the whole chart says to somebody who cannot see it.
  abstract String summary();

  /// Text of the box beside a thing.
  ///
  /// @param note may be empty
  record Tip(String title, String value, String note) {}

  final ChartPointer pointer() {
    return pointer;
  }

  /// To be called when the content changed.
  ///
  /// @param keepView whether the part seen stays, because the content is of the same time
  final void refresh(boolean keepView) {
    pointer.clear();
    if (!keepView)
      see(Viewport.WHOLE);
    requestLayout();
  }

  final Viewport view() {
    return view;
  }

  final void see(Viewport changed) {
    if (changed.equals(view))
      return;
    view = changed;
    zoomed.set(!changed.isWhole());
    requestLayout();
  }

  /// Whether only a part is seen.
  public final ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  /// Shows everything again.
  public final void showAll() {
    see(Viewport.WHOLE);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.floor(getWidth()));
    canvas.setHeight(Math.floor(getHeight()));
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() < SMALLEST || canvas.getHeight() < SMALLEST)
      return;
    Ink ink = well.ink();
    Sheet sheet = new Sheet(context, ink, ruler(ink), canvas.getWidth(), canvas.getHeight());
    Plot plot = paint(sheet, view, pointer.index());
    pointer.lies(plot);
    if (isFocused())
      paintFocus(context, ink, plot);
    placeTip(plot);
  }

  private TextRuler ruler(Ink ink) {
    TextRuler known = ruler;
    if (known == null || !known.font().equals(ink.font())) {
      known = new TextRuler(ink.font());
      ruler = known;
    }
    return known;
  }

  private static void paintFocus(GraphicsContext context, Ink ink, Plot plot) {
    context.setStroke(ink.focus());
    context.setLineWidth(2);
    context.strokeRoundRect(plot.left() - 1, plot.top() - 3, plot.width(), plot.height() + 4, 6, 6);
  }

  private void placeTip(Plot plot) {
    int index = pointer.index();
    boolean pointing = index >= 0 && index < count();
    tip.setVisible(pointing);
    if (!pointing) {
      say(summary());
      return;
    }
    Tip text = tip(index);
    say(text.title() + ": " + text.value() + " " + text.note());
    tipTitle.setText(text.title());
    tipValue.setText(text.value());
    tipNote.setText(text.note());
    tipNote.setVisible(!text.note().isEmpty());
    tipNote.setManaged(!text.note().isEmpty());
    tip.autosize();
    Point2D corner = corner(place(index, plot), plot);
    tip.relocate(Math.rint(corner.getX()), Math.rint(corner.getY()));
  }

  private Point2D corner(Box thing, Plot plot) {
    double x = thing.x() + thing.width() + 8;
    if (x + tip.getWidth() > getWidth())
      x = Math.max(0, thing.x() - 8 - tip.getWidth());
    double y = Math.clamp(thing.y(), Math.min(plot.top(), 0), Math.max(0, getHeight() - tip.getHeight()));
    return new Point2D(x, y);
  }

  private void say(String text) {
    if (text.equals(getAccessibleText()))
      return;
    setAccessibleText(text);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
