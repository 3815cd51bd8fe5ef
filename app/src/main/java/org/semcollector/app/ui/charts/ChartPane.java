package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.tiles.ShareDonut;

/// The place of the chosen view. A chart stays while its kind does, so that what is seen of it stays too.
final class ChartPane extends StackPane {
  private final ChartsViewModel vm;
  private final Messages messages;
  private @Nullable Region chart;
  private @Nullable ChartLabels drawnWith;

  ChartPane(ChartsViewModel vm, Messages messages) {
    this.vm = vm;
    this.messages = messages;
  }

  void show(ChartsContent content) {
    content.view().ifPresent(view -> {
      ChartLabels labels = new ChartLabels(content.facts().zone(), messages.locale());
      if (!labels.equals(drawnWith))
        chart = null;
      drawnWith = labels;
      draw(view, content.facts().marks(), labels);
    });
  }

  /// The chart that is shown, if it can be zoomed.
  Optional<CanvasChart> canvas() {
    return chart instanceof CanvasChart canvas ? Optional.of(canvas) : Optional.empty();
  }

  private void draw(Content view, List<Mark> marks, ChartLabels labels) {
    switch (view) {
      case Content.Energy(var bars) -> {
        if (chart instanceof EnergyChart energy)
          energy.show(bars, marks);
        else
          put(made(new EnergyChart(bars, labels, messages), vm::open)).show(bars, marks);
      }
      case Content.Share(var slices) -> {
        if (chart instanceof ShareDonut donut)
          donut.show(slices);
        else
          put(new ShareDonut(slices, labels, messages));
      }
      case Content.Lines(var lines) -> {
        if (chart instanceof LinesChart known)
          known.show(lines, marks);
        else
          put(new LinesChart(lines, labels, messages)).show(lines, marks);
      }
      case Content.Heat(var grid) -> {
        if (chart instanceof HeatChart heat)
          heat.show(grid);
        else
          put(new HeatChart(grid, labels, messages)).onColumnOpened(this::openColumn);
      }
      case Content.Duration(var curves) -> {
        if (chart instanceof DurationChart duration)
          duration.show(curves);
        else
          put(new DurationChart(curves, labels, messages));
      }
      case Content.Profile(var lines) -> {
        if (chart instanceof ProfileChart profile)
          profile.show(lines);
        else
          put(new ProfileChart(lines, labels, messages));
      }
    }
  }

  private static EnergyChart made(EnergyChart chart, java.util.function.IntConsumer opened) {
    chart.onBarOpened(opened);
    return chart;
  }

  /// Columns of the calendar can be opened, those of the mean week not.
  private void openColumn(int column) {
    if (vm.choiceProperty().get().kind() == org.semcollector.app.chart.ChartKind.HEAT_MAP)
      vm.openDay(column);
  }

  private <C extends Region> C put(C made) {
    chart = made;
    getChildren().setAll(made);
    return made;
  }
}
