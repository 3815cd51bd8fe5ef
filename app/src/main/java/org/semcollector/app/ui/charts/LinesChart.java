package org.semcollector.app.ui.charts;

import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.CurrentVoltageLines;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.Messages;

/// The lines of voltage and current.
public final class LinesChart extends CanvasChart {
  private final Messages messages;
  private final ChartLabels labels;
  private CurrentVoltageLines lines;

  public LinesChart(CurrentVoltageLines lines, ChartLabels labels, Messages messages) {
    this.lines = lines;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(CurrentVoltageLines changed) {
    lines = changed;
    refresh();
  }

  @Override
  int columns() {
    return lines.spans().size();
  }

  @Override
  Plot paint(GraphicsContext context, Ink ink, double width, double height, int column) {
    LinesPainter painter = new LinesPainter(context, ink);
    Plot plot = painter.plot(lines, width, height);
    painter.paint(lines, plot, column, messages);
    return plot;
  }

  @Override
  Tip tip(int column) {
    CurrentVoltageLines.Span span = lines.spans().get(column);
    String voltage = value(lines.voltage().valueWithin(span.from(), span.to()), 1, "V");
    String current = value(lines.current().valueWithin(span.from(), span.to()), 2, "A");
    return new Tip(span.label(), voltage + "   " + current, "");
  }

  @Override
  String summary() {
    return lines.isEmpty() ? messages.text("chart.no-data") : messages.text("chart.lines.summary", lines.meter());
  }

  private String value(OptionalDouble value, int decimals, String unit) {
    return value.isPresent() ? labels.number(value.getAsDouble(), decimals) + "\u00a0" + unit : "–";
  }
}
