package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.tiles.ShareDonut;

/// Period, figures and one chart of the chosen meters: what one wants to see beside the list of meters.
public record ChartsView(ChartsViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  /// Which chart is shown.
  enum Kind {
    ENERGY, SHARE, LINES
  }

  @Override
  public Region build() {
    Region charts = charts(new SimpleObjectProperty<>(Kind.ENERGY));
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox page = Panes.column(StyleClass.COLUMN, new PeriodBar(vm, messages).build(), figures(),
        Panes.problem(vm.problemProperty()), charts);
    page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.BACK_SPACE)
        vm.up();
    });
    return page;
  }

  private Region figures() {
    FigureStrip strip = new FigureStrip();
    vm.contentProperty().subscribe(content -> strip.show(content.map(ChartsContent::overview).orElse(List.of())));
    return strip;
  }

  private Region charts(ObjectProperty<Kind> kind) {
    Buttons.Segments<Kind> switcher = Buttons.segments(List.of(Kind.values()),
        value -> messages.of("charts.kind", value), kind::set);
    switcher.button(Kind.SHARE).disableProperty().bind(vm.metersProperty().map(meters -> meters.size() < 2));
    vm.metersProperty().subscribe(meters -> kind.set(meters.size() < 2 && kind.get() == Kind.SHARE
        ? Kind.ENERGY
        : kind.get()));
    kind.subscribe(switcher::show);
    StackPane stack = new StackPane(shown(energy(), kind, Kind.ENERGY), shown(share(), kind, Kind.SHARE),
        shown(lines(), kind, Kind.LINES));
    VBox.setVgrow(stack, Priority.ALWAYS);
    return Panes.column(StyleClass.CARD, switcher.row(), stack);
  }

  private Region energy() {
    EnergyBars none = EnergyBars.of(vm.periodProperty().get().buckets(), List.of(), formats.labels());
    EnergyChart chart = new EnergyChart(none, formats.labels(), messages);
    chart.onBarOpened(vm::open);
    StackPane legend = new StackPane();
    vm.contentProperty().subscribe(content -> {
      EnergyBars bars = content.map(ChartsContent::bars).orElse(none);
      chart.show(bars);
      legend.getChildren()
          .setAll(bars.meters().size() > 1 ? List.of(ChartFrame.legend(bars.meters())) : List.<Node>of());
    });
    VBox.setVgrow(chart, Priority.ALWAYS);
    return Panes.column(StyleClass.TIGHT, chart, legend);
  }

  private Region share() {
    ShareDonut donut = new ShareDonut(ShareSlices.NONE, formats.labels(), messages);
    vm.contentProperty().map(content -> content.map(ChartsContent::shares).orElse(ShareSlices.NONE))
        .subscribe(donut::show);
    return donut;
  }

  private Region lines() {
    StackPane place = new StackPane();
    vm.contentProperty().subscribe(content -> show(content.flatMap(ChartsContent::means), place));
    return place;
  }

  private void show(Optional<LinePanels> lines, StackPane place) {
    if (lines.isEmpty())
      place.getChildren().clear();
    else if (!place.getChildren().isEmpty() && place.getChildren().getFirst() instanceof LinesChart chart)
      chart.show(lines.get());
    else
      place.getChildren().setAll(new LinesChart(lines.get(), formats.labels(), messages));
  }

  private static Region shown(Region chart, ObjectProperty<Kind> kind, Kind own) {
    return Panes.shownWhile(chart, kind.map(own::equals));
  }
}
