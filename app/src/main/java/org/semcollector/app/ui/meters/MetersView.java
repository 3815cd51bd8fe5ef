package org.semcollector.app.ui.meters;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.charts.ChartsView;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.collect.CollectView;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The home screen: meters on the left; the running visit and the charts of the chosen meters on the right.
public record MetersView(MetersViewModel vm, CollectViewModel collect, ChartsViewModel charts, Messages messages,
    Formats formats) implements Builder<Region> {
  private static final double LIST_SHARE = 0.3;

  @Override
  public Region build() {
    Region list = new MeterListView(vm, messages).build();
    Region chartArea = new ChartsView(charts, messages, formats).build();
    VBox.setVgrow(chartArea, Priority.ALWAYS);
    VBox detail = Panes.column(StyleClass.PAGE, head(), new CollectView(collect, messages, formats).build(),
        Panes.shownWhile(chartArea, charts.metersProperty().map(meters -> !meters.isEmpty())));
    ScrollPane scroll = new ScrollPane(detail);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    // takes what the list leaves: else wide content would narrow the list, and everything would move under the pointer
    scroll.setPrefWidth(0);
    HBox screen = new HBox(list, scroll);
    list.maxWidthProperty().bind(screen.widthProperty().multiply(LIST_SHARE));
    return screen;
  }

  private Region head() {
    Label name = Panes.label("", StyleClass.TITLE);
    name.textProperty().bind(vm.selectedProperty().map(this::title));
    Label facts = Panes.paragraph("", StyleClass.MUTED);
    facts.textProperty().bind(vm.selectedProperty().map(this::facts));
    return Panes.column(StyleClass.TIGHT, name, facts);
  }

  private String title(List<MeterItem> chosen) {
    return switch (chosen.size()) {
      case 0 -> messages.text("meters.choose");
      case 1 -> chosen.getFirst().name();
      default -> messages.text("meters.several", chosen.size());
    };
  }

  private String facts(List<MeterItem> chosen) {
    if (chosen.size() != 1)
      return chosen.isEmpty()
          ? messages.text("meters.choose-hint")
          : String.join(", ", chosen.stream().map(MeterItem::name).toList());
    MeterItem item = chosen.getFirst();
    List<String> facts = new ArrayList<>();
    if (!item.name().equals(item.ssid().value()))
      facts.add(item.ssid().value());
    item.known().ifPresentOrElse(row -> addFacts(facts, row), () -> facts.add(messages.text("meters.never-visited")));
    return String.join("  ·  ", facts);
  }

  private void addFacts(List<String> facts, MeterRow row) {
    row.firmwareVersion().ifPresent(version -> facts.add(messages.text("meters.firmware", String.valueOf(version))));
    facts.add(messages.text("meters.readings", row.readings()));
    row.firstMeasuredAt().ifPresent(first -> facts.add(messages.text("meters.since", formats.date(first))));
  }
}
