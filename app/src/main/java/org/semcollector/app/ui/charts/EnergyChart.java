package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Messages;

/// The bar chart of energy.
public final class EnergyChart extends CanvasChart {
  private static final int FEWEST_BARS = 6;
  private static final int MOST_METERS_NAMED = 8;

  private final Messages messages;
  private final ChartLabels labels;
  private EnergyBars bars;
  private List<Mark> marks = List.of();

  public EnergyChart(EnergyBars bars, ChartLabels labels, Messages messages) {
    this.bars = bars;
    this.labels = labels;
    this.messages = messages;
    setAccessibleText(summary());
  }

  public void show(EnergyBars changed) {
    show(changed, List.of());
  }

  /// @param happened drawn above the bars
  public void show(EnergyBars changed, List<Mark> happened) {
    boolean sameTime = bars.bars().size() == changed.bars().size() && !bars.bars().isEmpty()
        && bars.bars().getFirst().from().equals(changed.bars().getFirst().from());
    bars = changed;
    marks = List.copyOf(happened);
    refresh(sameTime);
  }

  /// What to do when a bar is clicked, or chosen with Enter: it gets the bar's index.
  public void onBarOpened(IntConsumer action) {
    pointer().onOpened(action);
  }

  @Override
  int count() {
    return bars.bars().size();
  }

  @Override
  int at(double x, double y, Plot plot) {
    return Math.clamp((long) (plot.place(x) * count()), -1, count() - 1);
  }

  @Override
  Box place(int index, Plot plot) {
    return new Box(plot.x(index, count()), plot.top(), plot.columnWidth(count()), plot.height());
  }

  @Override
  int beside(int index, KeyCode arrow) {
    return switch (arrow) {
      case LEFT -> Math.max(0, index - 1);
      case RIGHT -> Math.min(count() - 1, index + 1);
      default -> index;
    };
  }

  @Override
  double along(int index) {
    return (index + 0.5) / Math.max(1, count());
  }

  @Override
  double narrowest() {
    return count() <= FEWEST_BARS ? 1 : (double) FEWEST_BARS / count();
  }

  @Override
  Plot paint(Sheet sheet, Viewport seen, int pointedAt) {
    AxisPainter axes = new AxisPainter(sheet);
    String unit = bars.energyUnit().symbol();
    Plot plot = new Plot(axes.gutter(bars.axis(), unit), sheet.headRoom(), sheet.width(),
        sheet.height() - sheet.lineHeight(), seen);
    axes.values(bars.axis(), plot, unit);
    sheet.clip(plot);
    MarkPainter happened = new MarkPainter(sheet, this::place);
    happened.paintSpans(marks, plot);
    new BarsPainter(sheet).paint(bars, plot, pointedAt, cause -> messages.of("chart.gap", cause));
    happened.paintSigns(marks, plot);
    sheet.unclip();
    int from = plot.firstSeen(count());
    int to = plot.endSeen(count());
    axes.columns(bars.bars().subList(from, to).stream()
        .map(bar -> labels.tick(bar.from(), bars.bucketUnit(), to - from)).toList(), from, Math.max(1, count()), plot);
    return plot;
  }

  /// Where along the bars a time lies, 0..1.
  private double place(Instant at) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bars.bars().get(middle).to().isAfter(at))
        high = middle;
      else
        low = middle + 1;
    }
    if (low >= count())
      return 1.01;
    EnergyBar bar = bars.bars().get(low);
    double within = (double) (at.toEpochMilli() - bar.from().toEpochMilli())
        / (bar.to().toEpochMilli() - bar.from().toEpochMilli());
    return low == 0 && within < 0 ? -0.01 : (low + within) / count();
  }

  @Override
  Tip tip(int index) {
    EnergyBar bar = bars.bars().get(index);
    String value = bar.energyKwh().isPresent()
        ? labels.energy(bar.energyKwh().getAsDouble(), bars.energyUnit())
        : messages.text("chart.no-data");
    if (bar.uncertainKwh() > 0 && bar.energyKwh().isPresent())
      value += "  ± " + labels.energy(bar.uncertainKwh(), bars.energyUnit(), bar.energyKwh().getAsDouble());
    StringJoiner note = new StringJoiner("\n");
    new ScaledWords(labels, messages).bar(bars, index).ifPresent(note::add);
    String more = note(bar, index);
    if (!more.isEmpty())
      note.add(more);
    return new Tip(bar.span(), value, note.toString());
  }

  @Override
  String summary() {
    return bars.peak().map(peak -> messages.text("chart.energy.summary", bars.bars().size(),
        labels.energy(bars.totalKwh(), bars.energyUnit()), labels.energy(peak.energyKwh().orElse(0), bars.energyUnit()),
        peak.span())).orElse(messages.text("chart.no-data"));
  }

  private String note(EnergyBar bar, int index) {
    StringJoiner note = new StringJoiner("\n");
    bar.gap().ifPresent(cause -> note.add(messages.of("chart.gap", cause)));
    if (bars.totalKwh() > 0 && bar.energyKwh().isPresent() && count() > 1)
      note.add(messages.text("chart.share", labels.number(bar.energyKwh().getAsDouble() / bars.totalKwh() * 100, 1)));
    compared(bar, index, note);
    if (bar.state() == EnergyBar.State.RUNNING)
      note.add(messages.text("chart.running"));
    if (bar.state() == EnergyBar.State.PARTLY)
      note.add(messages.text("chart.partly", bar.coverage()));
    parts(bar, note);
    String happened = new MarkWords(labels, messages).within(marks, bar.from(), bar.to());
    if (!happened.isEmpty())
      note.add(happened);
    return note.toString();
  }

  private void compared(EnergyBar bar, int index, StringJoiner note) {
    if (bar.comparedKwh().isEmpty())
      return;
    double before = bar.comparedKwh().getAsDouble();
    String raw = messages.text("chart.before", labels.energy(before, bars.energyUnit()));
    note.add(new ScaledWords(labels, messages).compared(bars, index).map(scaled -> raw + "  " + scaled).orElse(raw));
    boolean alike = bar.state() == EnergyBar.State.COMPLETE && before > 0;
    if (alike)
      note.add(messages.text("chart.change", labels.change(bar.energyKwh().orElse(0) / before - 1)));
  }

  private void parts(EnergyBar bar, StringJoiner note) {
    double total = bar.energyKwh().orElse(0);
    if (bars.meters().size() < 2)
      return;
    for (int i = 0; i < Math.min(MOST_METERS_NAMED, bars.meters().size()); i++)
      if (bar.partsKwh().get(i).isPresent()) {
        double part = bar.partsKwh().get(i).getAsDouble();
        String share = total > 0 ? "  " + labels.number(part / total * 100, 0) + "\u00a0%" : "";
        note.add(bars.meters().get(i) + "  " + labels.energy(part, bars.energyUnit()) + share);
      }
  }
}
