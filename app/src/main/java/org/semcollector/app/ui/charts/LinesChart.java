package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.geometry.VPos;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.LinePanels.Panel;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.chart.LinePanels.Trace;
import org.semcollector.app.chart.LinePanels.Uncertain;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.TimeSeries;
import org.semcollector.app.chart.TimeTicks;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.Messages;

/// Lines of measured values, one panel above the other.
public final class LinesChart extends CanvasChart {
  private static final double NARROWEST_MILLIS = 3 * 3_600_000.0;
  private static final double LABEL_EMS = 7;

  private final Messages messages;
  private final ChartLabels labels;
  private LinePanels lines;
  private TimeSeries steps;
  private List<Mark> marks = List.of();

  public LinesChart(LinePanels lines, ChartLabels labels, Messages messages) {
    this.lines = lines;
    this.steps = lines.longest();
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(LinePanels changed) {
    show(changed, List.of());
  }

  /// @param happened drawn above the lines
  public void show(LinePanels changed, List<Mark> happened) {
    boolean sameTime = lines.from().equals(changed.from()) && lines.to().equals(changed.to());
    lines = changed;
    steps = changed.longest();
    marks = List.copyOf(happened);
    refresh(sameTime);
  }

  @Override
  int count() {
    return steps.size();
  }

  @Override
  int at(double x, double y, Plot plot) {
    return steps.nearest(from() + (long) (plot.place(x) * millis()), (long) (millis() * plot.view().breadth() / 30));
  }

  @Override
  Box place(int index, Plot plot) {
    return new Box(plot.x(along(index)), plot.top(), 0, plot.height());
  }

  @Override
  int beside(int index, KeyCode arrow) {
    int step = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    int next = index + step;
    while (step != 0 && next >= 0 && next < count() && Float.isNaN(steps.value(next)))
      next += step;
    return next >= 0 && next < count() ? next : index;
  }

  @Override
  double along(int index) {
    return (steps.time(index) - from()) / millis();
  }

  @Override
  double narrowest() {
    return Math.min(1, NARROWEST_MILLIS / millis());
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    double left = lines.panels().stream().mapToDouble(panel -> axes.gutter(panel.axis(), "")).max().orElse(0);
    Plot plot = new Plot(left, sheet.headRoom(), sheet.width(), sheet.height() - sheet.lineHeight(), seen);
    axes.below(ticks(sheet, plot), plot);
    if (lines.isEmpty()) {
      sheet.text(messages.text("chart.no-data"), plot.left() + plot.width() / 2, plot.top() + plot.height() / 2,
          TextAlignment.CENTER, VPos.CENTER);
      return plot;
    }
    List<Plot> places = panels(sheet, plot);
    for (int i = 0; i < places.size(); i++)
      axes.values(lines.panels().get(i).axis(), places.get(i),
          messages.of("chart.quantity", lines.panels().get(i).quantity()));
    sheet.clip(plot);
    MarkPainter happened = new MarkPainter(sheet, this::place);
    happened.paintSpans(marks, plot);
    for (int i = 0; i < places.size(); i++)
      paintPanel(lines.panels().get(i), sheet, places.get(i));
    places.forEach(place -> paintUncertain(sheet, place));
    happened.paintSigns(marks, plot);
    if (pointedAt >= 0)
      paintPointer(sheet, places, pointedAt);
    sheet.unclip();
    return plot;
  }

  private List<Plot> panels(Sheet sheet, Plot plot) {
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

  private void paintPanel(Panel panel, Sheet sheet, Plot place) {
    LinesPainter painter = new LinesPainter(sheet, place, panel.axis(), from(), lines.to().toEpochMilli());
    for (Trace trace : panel.traces())
      painter.paint(trace.values(), colour(panel, trace, sheet.ink()));
  }

  private static Color colour(Panel panel, Trace trace, Ink ink) {
    if (panel.traces().size() > 1)
      return ink.series(trace.series());
    return panel.quantity() == Quantity.VOLTAGE || panel.quantity() == Quantity.POWER_FACTOR
        ? ink.voltage()
        : ink.current();
  }

  /// Lighter, and tinted to both sides as far as the time is not known.
  private void paintUncertain(Sheet sheet, Plot place) {
    for (Uncertain stretch : lines.uncertain()) {
      double from = Math.max(place.left(), place.x(place(stretch.from())));
      double to = Math.min(place.right(), place.x(place(stretch.to())));
      if (to <= from)
        continue;
      sheet.canvas().setFill(sheet.ink().ground().deriveColor(0, 1, 1, 0.45));
      sheet.canvas().fillRect(from, place.top() - 3, to - from, place.height() + 5);
      double edge = millisWide(stretch.plusMinus().toMillis(), place);
      sheet.canvas().setFill(sheet.ink().warning().deriveColor(0, 1, 1, 0.09));
      sheet.canvas().fillRect(from - edge, place.top(), to - from + 2 * edge, place.height());
    }
  }

  private double millisWide(long length, Plot place) {
    return place.width() * length / millis() / place.view().breadth();
  }

  private void paintPointer(Sheet sheet, List<Plot> places, int index) {
    long time = steps.time(index);
    double x = Math.rint(places.getFirst().x(along(index))) + 0.5;
    sheet.canvas().setStroke(sheet.ink().muted());
    sheet.canvas().setLineWidth(1);
    sheet.canvas().strokeLine(x, places.getFirst().top(), x, places.getLast().bottom());
    for (int i = 0; i < places.size(); i++)
      for (Trace trace : lines.panels().get(i).traces()) {
        int at = trace.values().nearest(time, within());
        if (at < 0)
          continue;
        double y = places.get(i).y(lines.panels().get(i).axis().position(trace.values().value(at)));
        sheet.canvas().setFill(colour(lines.panels().get(i), trace, sheet.ink()));
        sheet.canvas().fillOval(x - 4, y - 4, 8, 8);
      }
  }

  private List<AxisPainter.Label> ticks(Sheet sheet, Plot plot) {
    int most = (int) Math.max(1, plot.width() / (sheet.ink().font().getSize() * LABEL_EMS));
    Instant from = at(plot.view().from());
    Instant to = at(plot.view().to());
    return TimeTicks.between(from, to, most, labels.zone(), labels.locale()).stream()
        .map(tick -> new AxisPainter.Label(place(tick.at()), tick.label())).toList();
  }

  @Override
  Tip tip(int index) {
    long time = steps.time(index);
    Instant at = Instant.ofEpochMilli(time);
    StringJoiner values = new StringJoiner("\n");
    for (Panel panel : lines.panels())
      for (Trace trace : panel.traces()) {
        int near = trace.values().nearest(time, within());
        String name = panel.traces().size() > 1 ? trace.name() + "  " : "";
        if (near >= 0)
          values.add(name + labels.value(trace.values().value(near), panel.quantity()));
      }
    StringJoiner note = new StringJoiner("\n");
    lines.uncertain().stream().filter(part -> !part.from().isAfter(at) && !part.to().isBefore(at)).findFirst()
        .ifPresent(part -> note.add(messages.text("chart.time-uncertain", part.plusMinus().toMinutes())));
    String happened = new MarkWords(labels, messages).within(marks, at.minusMillis(within()), at);
    if (!happened.isEmpty())
      note.add(happened);
    return new Tip(labels.moment(at), values.toString(), note.toString());
  }

  @Override
  String summary() {
    if (lines.isEmpty())
      return messages.text("chart.no-data");
    StringJoiner said = new StringJoiner("; ");
    for (Panel panel : lines.panels())
      for (Trace trace : panel.traces()) {
        int size = trace.values().size();
        if (trace.values().low(0, size) <= trace.values().high(0, size))
          said.add(messages.text("chart.lines.summary", messages.of("chart.quantity", panel.quantity()), trace.name(),
              labels.value(trace.values().low(0, size), panel.quantity()),
              labels.value(trace.values().high(0, size), panel.quantity())));
      }
    return said.toString();
  }

  /// Values this near in time are said together: channels are read seconds apart.
  private long within() {
    return Math.max(1_800_000, (long) (millis() / 2000));
  }

  private double place(Instant at) {
    return (at.toEpochMilli() - from()) / millis();
  }

  private Instant at(double place) {
    return Instant.ofEpochMilli(from() + (long) (place * millis()));
  }

  private long from() {
    return lines.from().toEpochMilli();
  }

  private double millis() {
    return (double) lines.to().toEpochMilli() - from();
  }
}
