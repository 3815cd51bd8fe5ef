package org.semcollector.app.ui.charts;

import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.HeatMap;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ProfileLines;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Messages;

/// The mean day: power by hour on weekdays and on weekends, with the band in which eight of ten weekdays lie.
public final class ProfileChart extends CanvasChart {
  private static final int HOURS = HeatMap.HOURS;

  private final ChartLabels labels;
  private final Messages messages;
  private ProfileLines lines;

  public ProfileChart(ProfileLines lines, ChartLabels labels, Messages messages) {
    this.lines = lines;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(ProfileLines changed) {
    lines = changed;
    refresh(true);
  }

  @Override
  int count() {
    return HOURS;
  }

  @Override
  int at(double x, double y, Plot plot) {
    return Math.clamp((long) (plot.place(x) * HOURS), 0, HOURS - 1);
  }

  @Override
  Box place(int index, Plot plot) {
    return new Box(plot.x(index, HOURS), plot.top(), plot.columnWidth(HOURS), plot.height());
  }

  @Override
  int beside(int index, KeyCode arrow) {
    int step = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    return Math.clamp((long) index + step, 0, HOURS - 1);
  }

  @Override
  double along(int index) {
    return (index + 0.5) / HOURS;
  }

  @Override
  double narrowest() {
    return 1;
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    Plot plot = new Plot(axes.gutter(lines.axis(), ""), sheet.headRoom(), sheet.width() - sheet.width("00:00") / 2,
        sheet.height() - sheet.lineHeight(), seen);
    axes.below(IntStream.rangeClosed(0, HOURS)
        .mapToObj(hour -> new AxisPainter.Label(hour / (double) HOURS, String.format(labels.locale(), "%02d:00",
            hour)))
        .toList(), plot);
    if (lines.isEmpty()) {
      sheet.text(messages.text("chart.no-data"), plot.left() + plot.width() / 2, plot.top() + plot.height() / 2,
          TextAlignment.CENTER, VPos.CENTER);
      return plot;
    }
    axes.values(lines.axis(), plot, messages.text("chart.duration.unit"));
    if (pointedAt >= 0) {
      Box column = place(pointedAt, plot);
      sheet.canvas().setFill(sheet.ink().focus().deriveColor(0, 1, 1, 0.12));
      sheet.canvas().fillRect(column.x(), column.y(), column.width(), column.height());
    }
    paintBand(lines.weekdays(), sheet, plot, sheet.ink().series(0));
    paintSteps(lines.weekends(), sheet, plot, sheet.ink().series(1));
    paintSteps(lines.weekdays(), sheet, plot, sheet.ink().series(0));
    return plot;
  }

  private void paintBand(DailyProfile profile, Sheet sheet, Plot plot, Color colour) {
    sheet.canvas().setFill(colour.deriveColor(0, 1, 1, 0.16));
    for (int hour = 0; hour < HOURS; hour++) {
      DailyProfile.Hour values = profile.hours().get(hour);
      if (values.lowPowerW().isEmpty() || values.highPowerW().isEmpty())
        continue;
      double top = y(values.highPowerW().getAsDouble(), plot);
      sheet.canvas().fillRect(plot.x(hour, HOURS), top, plot.columnWidth(HOURS),
          y(values.lowPowerW().getAsDouble(), plot) - top);
    }
  }

  /// A mean holds for its whole hour, so the line has steps; it breaks where no day has a full hour.
  private void paintSteps(DailyProfile profile, Sheet sheet, Plot plot, Color colour) {
    GraphicsContext canvas = sheet.canvas();
    canvas.setStroke(colour);
    canvas.setLineWidth(Math.max(2, sheet.ink().font().getSize() / 6));
    canvas.beginPath();
    boolean open = false;
    for (int hour = 0; hour < HOURS; hour++) {
      OptionalDouble mean = profile.hours().get(hour).meanPowerW();
      if (mean.isPresent()) {
        double y = y(mean.getAsDouble(), plot);
        if (open)
          canvas.lineTo(plot.x(hour, HOURS), y);
        else
          canvas.moveTo(plot.x(hour, HOURS), y);
        canvas.lineTo(plot.x(hour + 1, HOURS), y);
      }
      open = mean.isPresent();
    }
    canvas.stroke();
  }

  private double y(double watts, Plot plot) {
    return plot.y(lines.axis().position(watts));
  }

  @Override
  Tip tip(int index) {
    StringJoiner values = new StringJoiner("\n");
    DailyProfile.Hour weekday = lines.weekdays().hours().get(index);
    DailyProfile.Hour weekend = lines.weekends().hours().get(index);
    values.add(messages.text("chart.profile.weekdays") + "  " + power(weekday, DailyProfile.Hour::meanPowerW));
    values.add(messages.text("chart.profile.weekends") + "  " + power(weekend, DailyProfile.Hour::meanPowerW));
    String band = weekday.days() < 2
        ? ""
        : messages.text("chart.profile.band", power(weekday, DailyProfile.Hour::lowPowerW),
            power(weekday, DailyProfile.Hour::highPowerW));
    return new Tip(String.format(labels.locale(), "%02d:00–%02d:00", index, index + 1), values.toString(), band);
  }

  private String power(DailyProfile.Hour hour, Function<DailyProfile.Hour, OptionalDouble> value) {
    OptionalDouble power = value.apply(hour);
    return power.isPresent() ? labels.power(power.getAsDouble()) : "–";
  }

  @Override
  String summary() {
    if (lines.isEmpty())
      return messages.text("chart.no-data");
    int highest = IntStream.range(0, HOURS).reduce((a, b) -> mean(b) > mean(a) ? b : a).orElse(0);
    return messages.text("chart.profile.summary", String.format(labels.locale(), "%02d:00", highest),
        labels.power(mean(highest)));
  }

  private double mean(int hour) {
    return lines.weekdays().hours().get(hour).meanPowerW().orElse(0);
  }
}
