package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.chart.CurrentVoltageLines;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.tiles.ShareDonut;

/// Period, figures and charts of the chosen meters.
///
/// @param layout one chart at a time, or all together
public record ChartsView(ChartsViewModel vm, Messages messages, Formats formats, Layout layout)
    implements
      Builder<Region> {
  /// How charts are arranged.
  public enum Layout {
    ONE, ALL
  }

  /// Which chart is shown when there is one at a time.
  enum Kind {
    ENERGY, SHARE, LINES
  }

  @Override
  public Region build() {
    ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ENERGY);
    Region charts = layout == Layout.ONE ? one(kind) : all();
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox page = Panes.column(StyleClass.COLUMN, new PeriodBar(vm, messages).build(), figures(),
        Panes.problem(vm.problemProperty()), charts);
    page.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.BACK_SPACE)
        vm.up();
    });
    return page;
  }

  private Region figures() {
    FigureStrip strip = new FigureStrip();
    vm.contentProperty().subscribe(content -> strip.show(content.map(ChartsContent::figures).orElse(List.of())));
    return strip;
  }

  private Region one(ObjectProperty<Kind> kind) {
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

  private Region all() {
    Region energy = titled(Kind.ENERGY, energy());
    VBox.setVgrow(energy, Priority.ALWAYS);
    Region share = titled(Kind.SHARE, share());
    Region lines = titled(Kind.LINES, lines());
    HBox.setHgrow(share, Priority.ALWAYS);
    HBox.setHgrow(lines, Priority.ALWAYS);
    share.setPrefWidth(100);
    lines.setPrefWidth(120);
    HBox below = Panes.row(StyleClass.TOOLBAR, share, lines);
    VBox.setVgrow(below, Priority.ALWAYS);
    return Panes.column(StyleClass.COLUMN, energy, below);
  }

  private Region titled(Kind kind, Region chart) {
    VBox.setVgrow(chart, Priority.ALWAYS);
    return Panes.column(StyleClass.CARD, Panes.label(messages.of("charts.kind", kind), StyleClass.HEADING), chart);
  }

  private Region energy() {
    EnergyChart chart = new EnergyChart(noBars(), formats.labels(), messages);
    chart.onBarOpened(vm::open);
    StackPane legend = new StackPane();
    vm.contentProperty().subscribe(content -> {
      EnergyBars bars = content.map(ChartsContent::bars).orElse(noBars());
      chart.show(bars);
      legend.getChildren()
          .setAll(bars.meters().size() > 1 ? List.of(ChartFrame.legend(bars.meters())) : List.<Node>of());
    });
    VBox.setVgrow(chart, Priority.ALWAYS);
    return Panes.column(StyleClass.TIGHT, chart, legend);
  }

  private Region share() {
    ShareDonut donut = new ShareDonut(ShareSlices.of(List.of(), ""), formats.labels(), messages);
    vm.contentProperty().map(content -> content.map(ChartsContent::shares).orElse(ShareSlices.of(List.of(), "")))
        .subscribe(donut::show);
    return donut;
  }

  private Region lines() {
    StackPane place = new StackPane();
    LinesPlace lines = new LinesPlace(place, formats, messages);
    vm.contentProperty().subscribe(content -> lines.show(content.flatMap(ChartsContent::lines)));
    return place;
  }

  /// Keeps one chart of lines and makes it when there is something to show.
  private static final class LinesPlace {
    private final StackPane place;
    private final Formats formats;
    private final Messages messages;
    private Optional<LinesChart> chart = Optional.empty();

    LinesPlace(StackPane place, Formats formats, Messages messages) {
      this.place = place;
      this.formats = formats;
      this.messages = messages;
    }

    void show(Optional<CurrentVoltageLines> lines) {
      if (lines.isEmpty()) {
        chart = Optional.empty();
        place.getChildren().clear();
        return;
      }
      if (chart.isEmpty()) {
        LinesChart made = new LinesChart(lines.get(), formats.labels(), messages);
        chart = Optional.of(made);
        place.getChildren().setAll(made);
      }
      chart.get().show(lines.get());
    }
  }

  private EnergyBars noBars() {
    return EnergyBars.of(vm.periodProperty().get().kind().buckets(), List.of(), formats.labels());
  }

  private static Region shown(Region chart, ObjectProperty<Kind> kind, Kind own) {
    return Panes.shownWhile(chart, kind.map(own::equals));
  }
}
