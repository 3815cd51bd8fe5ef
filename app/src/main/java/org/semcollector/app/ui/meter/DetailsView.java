package org.semcollector.app.ui.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Columns;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.NamedMenu;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.protocol.meter.Ssid;

/// Verdict, history, notes and operations of one meter.
///
/// @param meters every meter known or heard
/// @param ways to the other screens that show this meter
public record DetailsView(DetailsViewModel vm, ObservableValue<List<MeterItem>> meters, Ways ways, Messages messages,
    Formats formats) implements Builder<Region> {
  private static final double TWO_COLUMNS_EM = 66;

  /// Where one can go from here with the shown meter.
  public record Ways(Consumer<Ssid> chosen, Consumer<Ssid> charts, Consumer<Ssid> time, Consumer<Ssid> setUp,
      Consumer<Ssid> firmware) {}

  @Override
  public Region build() {
    Region cards = new Columns(TWO_COLUMNS_EM,
        Panes.column(StyleClass.COLUMN, new VerdictCard(vm, messages, formats).build(),
            new HistoryCard(vm, messages, formats).build(), new OperateCard(vm, messages).build()),
        Panes.column(StyleClass.COLUMN, new StateCard(vm, messages, formats).build(),
            new NotesCard(vm.notes(), messages).build()));
    Panes.shownWhile(cards, vm.shownProperty().map(Optional::isPresent));
    Label nothing = Panes.paragraph(messages.text("details.no-meter"), StyleClass.MUTED);
    Panes.shownWhile(nothing, vm.meterProperty().map(Optional::isEmpty));
    ProgressBar loading = new ProgressBar();
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(messages.text("task.details"));
    Panes.shownWhile(loading, vm.loadingProperty());
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE, head(), facts(), loading,
        Panes.problem(vm.problemProperty()), nothing, cards));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region head() {
    ComboBox<MeterItem> menu = menu();
    Label label = Panes.label(messages.text("details.meter"), StyleClass.STRONG);
    label.setLabelFor(menu);
    FlowPane head = new FlowPane(Panes.label(messages.text("details.title"), StyleClass.TITLE),
        Panes.row(StyleClass.TIGHT, label, menu), way("details.to-charts", Feather.BAR_CHART_2, ways.charts()),
        way("details.to-time", Feather.CLOCK, ways.time()), way("details.to-set-up", Feather.PLUS_CIRCLE, ways.setUp()),
        way("details.to-firmware", Feather.PACKAGE, ways.firmware()));
    head.getStyleClass().add(StyleClass.TOOLBAR);
    return head;
  }

  private Button way(String key, Feather icon, Consumer<Ssid> go) {
    Button button = Buttons.of(messages.text(key), icon, () -> vm.meterProperty().get().ifPresent(go));
    button.disableProperty().bind(vm.meterProperty().map(Optional::isEmpty));
    return button;
  }

  private ComboBox<MeterItem> menu() {
    ComboBox<MeterItem> menu = NamedMenu.of(messages.text("time.choose-meter"), MeterItem::name);
    meters.subscribe(all -> {
      menu.setOnAction(null);
      menu.getItems().setAll(all);
      show(menu, vm.meterProperty().get());
    });
    vm.meterProperty().subscribe(shown -> show(menu, shown));
    return menu;
  }

  /// Shows a meter in the menu without telling anybody.
  private void show(ComboBox<MeterItem> menu, Optional<Ssid> meter) {
    menu.setOnAction(null);
    menu.setValue(meter.flatMap(ssid -> menu.getItems().stream().filter(item -> item.ssid().equals(ssid)).findFirst())
        .orElse(null));
    menu.setOnAction(_ -> Optional.ofNullable(menu.getValue()).map(MeterItem::ssid).ifPresent(ways.chosen()));
  }

  private Region facts() {
    Label facts = Panes.paragraph("", StyleClass.MUTED);
    facts.textProperty().bind(vm.shownProperty().map(shown -> shown.map(this::facts).orElse("")));
    return Panes.shownWhile(facts, facts.textProperty().map(text -> !text.isEmpty()));
  }

  private String facts(MeterDetails details) {
    List<String> facts = new ArrayList<>();
    facts.add(details.ssid().value());
    details.note().site().ifPresent(facts::add);
    details.row().ifPresentOrElse(row -> addFacts(facts, row), () -> facts.add(messages.text("meters.never-visited")));
    return String.join("  ·  ", facts);
  }

  private void addFacts(List<String> facts, MeterRow row) {
    row.firmwareVersion().ifPresent(version -> facts.add(messages.text("meters.firmware", String.valueOf(version))));
    facts.add(messages.text("meters.readings", row.readings()));
    row.firstMeasuredAt().ifPresent(first -> facts.add(messages.text("meters.since", formats.date(first))));
    row.lastCollectedAt().ifPresent(last -> facts.add(messages.text("details.collected", formats.dateTime(last))));
    if (row.unproven() > 0)
      facts.add(messages.text("meters.unproven", row.unproven()));
  }
}
