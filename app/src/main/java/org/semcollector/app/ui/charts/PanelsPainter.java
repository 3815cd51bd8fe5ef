package org.semcollector.app.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.LinePanels.Panel;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.chart.LinePanels.Trace;
import org.semcollector.app.chart.LinePanels.Uncertain;
import org.semcollector.app.ui.fx.Ink;

/// Paints the lines of measured values into their panels.
record PanelsPainter(LinePanels lines, TimeAxis time, Sheet sheet) {
  /// Where the panels lie, one below the other.
  List<Plot> places(Plot plot) {
    double between = sheet.headRoom() + sheet.gap();
    int count = lines.panels().size();
    double height = (plot.height() - between * (count - 1)) / count;
    List<Plot> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double top = plot.top() + i * (height + between);
      places.add(plot.between(top, top + height));
    }
    return places;
  }

  void paint(Panel panel, Plot place) {
    LinesPainter painter = new LinesPainter(sheet, place, panel.axis(), time.fromMillis(), time.to().toEpochMilli());
    for (Trace trace : panel.traces())
      painter.paint(trace.values(), colour(panel, trace, sheet.ink()));
  }

  /// Lighter, and tinted to both sides as far as the time is not known.
  void paintUncertain(Plot place) {
    for (Uncertain stretch : lines.uncertain()) {
      double from = Math.max(place.left(), place.x(time.place(stretch.from())));
      double to = Math.min(place.right(), place.x(time.place(stretch.to())));
      if (to <= from)
        continue;
      sheet.canvas().setFill(sheet.ink().ground().deriveColor(0, 1, 1, 0.45));
      sheet.canvas().fillRect(from, place.top() - 3, to - from, place.height() + 5);
      double edge = place.width() * stretch.plusMinus().toMillis() / time.millis() / place.view().breadth();
      sheet.canvas().setFill(sheet.ink().warning().deriveColor(0, 1, 1, 0.09));
      sheet.canvas().fillRect(from - edge, place.top(), to - from + 2 * edge, place.height());
    }
  }

  /// A line through all panels at a time, and a dot on every value there.
  void paintPointer(List<Plot> places, long atMillis) {
    double x = Math.rint(places.getFirst().x(time.place(atMillis))) + 0.5;
    sheet.canvas().setStroke(sheet.ink().muted());
    sheet.canvas().setLineWidth(1);
    sheet.canvas().strokeLine(x, places.getFirst().top(), x, places.getLast().bottom());
    for (int i = 0; i < places.size(); i++)
      for (Trace trace : lines.panels().get(i).traces()) {
        int at = trace.values().nearest(atMillis, time.within());
        if (at < 0)
          continue;
        double y = places.get(i).y(lines.panels().get(i).axis().position(trace.values().value(at)));
        sheet.canvas().setFill(colour(lines.panels().get(i), trace, sheet.ink()));
        sheet.canvas().fillOval(x - 4, y - 4, 8, 8);
      }
  }

  private static Color colour(Panel panel, Trace trace, Ink ink) {
    if (panel.traces().size() > 1)
      return ink.series(trace.series());
    return panel.quantity() == Quantity.VOLTAGE || panel.quantity() == Quantity.POWER_FACTOR
        ? ink.voltage()
        : ink.current();
  }
}
