package org.semcollector.app.ui.charts;

import java.util.StringJoiner;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.Messages;

/// The bar chart of energy.
public final class EnergyChart extends CanvasChart {
  private final Messages messages;
  private final ChartLabels labels;
  private EnergyBars bars;

  public EnergyChart(EnergyBars bars, ChartLabels labels, Messages messages) {
    this.bars = bars;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(EnergyBars changed) {
    bars = changed;
    refresh();
  }

  /// What to do when a bar is clicked, or chosen with Enter: it gets the bar's index.
  public void onBarOpened(IntConsumer action) {
    pointer().onOpened(action);
  }

  @Override
  int columns() {
    return bars.bars().size();
  }

  @Override
  Plot paint(GraphicsContext context, Ink ink, double width, double height, int column) {
    BarsPainter painter = new BarsPainter(context, ink);
    Plot plot = painter.plot(bars, width, height);
    painter.paint(bars, plot, column, cause -> messages.of("chart.gap", cause));
    return plot;
  }

  @Override
  Tip tip(int column) {
    EnergyBar bar = bars.bars().get(column);
    String value = bar.energyKwh().isPresent()
        ? labels.energy(bar.energyKwh().getAsDouble(), bars.energyUnit())
        : messages.text("chart.no-data");
    return new Tip(bar.span(), value, note(bar));
  }

  @Override
  String summary() {
    return bars.peak().map(peak -> messages.text("chart.energy.summary", bars.bars().size(),
        labels.energy(bars.totalKwh(), bars.energyUnit()), labels.energy(peak.energyKwh().orElse(0), bars.energyUnit()),
        peak.span())).orElse(messages.text("chart.no-data"));
  }

  private String note(EnergyBar bar) {
    StringJoiner note = new StringJoiner("\n");
    bar.gap().ifPresent(cause -> note.add(messages.of("chart.gap", cause)));
    if (bar.state() == EnergyBar.State.RUNNING)
      note.add(messages.text("chart.running"));
    if (bar.state() == EnergyBar.State.PARTLY)
      note.add(messages.text("chart.partly", bar.coverage()));
    if (bars.meters().size() > 1)
      for (int i = 0; i < bars.meters().size(); i++)
        if (bar.partsKwh().get(i).isPresent())
          note.add(bars.meters().get(i) + "  " + labels.energy(bar.partsKwh().get(i).getAsDouble(), bars.energyUnit()));
    return note.toString();
  }
}
