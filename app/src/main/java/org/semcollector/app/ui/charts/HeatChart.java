package org.semcollector.app.ui.charts;

import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.analysis.HeatMap;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.HeatGrid;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.Messages;

/// Power by hour of the day and day: the stronger the colour, the more power. Hours without readings are hatched.
public final class HeatChart extends CanvasChart {
  private static final int HOURS = HeatMap.HOURS;
  private static final int FEWEST_COLUMNS = 7;

  private final ChartLabels labels;
  private final Messages messages;
  private HeatGrid grid;

  public HeatChart(HeatGrid grid, ChartLabels labels, Messages messages) {
    this.grid = grid;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(HeatGrid changed) {
    boolean sameTime = changed.columns().size() == grid.columns().size();
    grid = changed;
    refresh(sameTime);
  }

  /// What to do when a cell is clicked, or chosen with Enter: it gets the index of its column.
  public void onColumnOpened(IntConsumer action) {
    pointer().onOpened(cell -> action.accept(cell / HOURS));
  }

  @Override
  int count() {
    return columns() * HOURS;
  }

  @Override
  int at(double x, double y, Plot plot) {
    int column = Math.clamp((long) (plot.place(x) * columns()), 0, columns() - 1);
    int hour = Math.clamp((long) ((y - plot.top()) / plot.height() * HOURS), 0, HOURS - 1);
    return column * HOURS + hour;
  }

  @Override
  Box place(int index, Plot plot) {
    double top = top(index % HOURS, plot);
    return new Box(plot.x(index / HOURS, columns()), top, plot.columnWidth(columns()),
        top(index % HOURS + 1, plot) - top);
  }

  @Override
  int beside(int index, KeyCode arrow) {
    int hour = index % HOURS;
    return switch (arrow) {
      case UP -> hour > 0 ? index - 1 : index;
      case DOWN -> hour < HOURS - 1 ? index + 1 : index;
      case LEFT -> index >= HOURS ? index - HOURS : index;
      default -> index + HOURS < count() ? index + HOURS : index;
    };
  }

  @Override
  double along(int index) {
    int column = index / HOURS;
    return (column + 0.5) / Math.max(1, columns());
  }

  @Override
  double narrowest() {
    return columns() <= FEWEST_COLUMNS ? 1 : (double) FEWEST_COLUMNS / columns();
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    double left = sheet.width("00:00") + sheet.gap();
    Plot plot = new Plot(left, sheet.lineHeight() + sheet.gap(), sheet.width(), sheet.height() - sheet.lineHeight(),
        seen);
    paintHours(sheet, plot);
    paintScale(sheet, plot);
    sheet.clip(plot);
    paintCells(sheet, plot);
    if (pointedAt >= 0) {
      Box cell = place(pointedAt, plot).inset(-1);
      sheet.canvas().setStroke(sheet.ink().text());
      sheet.canvas().setLineWidth(2);
      sheet.canvas().strokeRect(cell.x(), cell.y(), cell.width(), cell.height());
    }
    sheet.unclip();
    int from = plot.firstSeen(columns());
    int to = plot.endSeen(columns());
    axes.columns(grid.columns().subList(from, to).stream().map(HeatGrid.Column::label).toList(), from,
        Math.max(1, columns()), plot);
    return plot;
  }

  private void paintCells(Sheet sheet, Plot plot) {
    GraphicsContext canvas = sheet.canvas();
    Hatch hatch = new Hatch(canvas);
    double column = plot.columnWidth(columns());
    double gap = column > 8 ? 1 : 0;
    for (int i = plot.firstSeen(columns()); i < plot.endSeen(columns()); i++) {
      double x = Math.rint(plot.x(i, columns()));
      double width = Math.max(1, Math.rint(plot.x(i + 1, columns())) - x - gap);
      for (int hour = 0; hour < HOURS; hour++) {
        HeatMap.Cell cell = grid.columns().get(i).cells().get(hour);
        double y = Math.rint(top(hour, plot));
        Box box = new Box(x, y, width, Math.max(1, Math.rint(top(hour + 1, plot)) - y - gap));
        OptionalDouble power = cell.meanPowerW();
        if (power.isPresent()) {
          canvas.setFill(colour(power.getAsDouble() / grid.largestW(), sheet.ink()));
          canvas.fillRect(box.x(), box.y(), box.width(), box.height());
        } else if (cell.exists()) {
          hatch.fill(box, 0, sheet.ink().gap(), 6, 1);
        }
      }
    }
  }

  private void paintHours(Sheet sheet, Plot plot) {
    int every = plot.height() / HOURS * 3 > sheet.ruler().height() * 1.2 ? 3 : 6;
    for (int hour = 0; hour < HOURS; hour += every)
      sheet.text(String.format(labels.locale(), "%02d:00", hour), plot.left() - sheet.gap(), top(hour, plot),
          TextAlignment.RIGHT, VPos.TOP);
  }

  /// The scale of colours, above the plot on the right.
  private void paintScale(Sheet sheet, Plot plot) {
    String least = labels.power(0);
    String most = labels.power(grid.largestW());
    double width = Math.min(plot.width() / 3, sheet.gap() * 16);
    double height = Math.rint(sheet.ruler().height() * 0.7);
    double x = plot.right() - sheet.width(most) - sheet.gap() - width;
    double y = Math.rint((plot.top() - sheet.gap() - height) / 2);
    for (int i = 0; i < width; i++) {
      sheet.canvas().setFill(colour(i / width, sheet.ink()));
      sheet.canvas().fillRect(x + i, y, 1.5, height);
    }
    sheet.text(least, x - sheet.gap(), y + height / 2, TextAlignment.RIGHT, VPos.CENTER);
    sheet.text(most, plot.right(), y + height / 2, TextAlignment.RIGHT, VPos.CENTER);
    sheet.text(messages.text("chart.heat.unit"), 0, y + height / 2, TextAlignment.LEFT, VPos.CENTER);
  }

  /// From nearly the ground over blue and rose to the strongest colour: lighter or darker all the way, so that the order
  /// is seen without colours too.
  private static Color colour(double share, Ink ink) {
    Color[] stops = {ink.ground().interpolate(ink.series(0), 0.12), ink.series(0), ink.series(4), ink.strong()};
    double place = Math.clamp(share, 0, 1) * (stops.length - 1);
    int below = Math.min((int) place, stops.length - 2);
    return stops[below].interpolate(stops[below + 1], place - below);
  }

  @Override
  Tip tip(int index) {
    HeatGrid.Column column = grid.columns().get(index / HOURS);
    HeatMap.Cell cell = column.cells().get(index % HOURS);
    String title = column.name() + ", " + String.format(labels.locale(), "%02d:00–%02d:00", index % HOURS,
        index % HOURS + 1);
    if (!cell.exists())
      return new Tip(title, messages.text("chart.heat.no-hour"), "");
    OptionalDouble power = cell.meanPowerW();
    if (power.isEmpty())
      return new Tip(title, messages.text("chart.no-data"), "");
    return new Tip(title, labels.power(power.getAsDouble()), messages.text("chart.heat.note",
        labels.energy(cell.energyKwh(), org.semcollector.app.chart.EnergyUnit.fitting(cell.energyKwh())),
        Math.min(1, cell.basis().share())));
  }

  @Override
  String summary() {
    if (grid.isEmpty())
      return messages.text("chart.no-data");
    int strongest = IntStream.range(0, count())
        .reduce((a, b) -> powerOf(b) > powerOf(a) ? b : a).orElse(0);
    Tip tip = tip(strongest);
    return messages.text("chart.heat.summary", columns(), tip.value(), tip.title());
  }

  private double powerOf(int index) {
    return grid.columns().get(index / HOURS).cells().get(index % HOURS).meanPowerW().orElse(-1);
  }

  private int columns() {
    return grid.columns().size();
  }

  private static double top(int hour, Plot plot) {
    return plot.top() + plot.height() * hour / HOURS;
  }
}
