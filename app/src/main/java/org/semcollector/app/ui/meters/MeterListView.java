package org.semcollector.app.ui.meters;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.Shortcut;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.meter.Ssid;

/// The list of meters with what can be done to the chosen ones.
public record MeterListView(MetersViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Label title = Panes.label(messages.text("meters.title"), StyleClass.TITLE);
    ListView<MeterItem> list = list();
    title.setLabelFor(list);
    VBox.setVgrow(list, Priority.ALWAYS);
    return Panes.column(StyleClass.SIDE, title, buttons(), Panes.problem(vm.problemProperty()), list);
  }

  private Region buttons() {
    Button collect = Buttons.primary(messages.text("meters.collect"), Feather.DOWNLOAD, vm::collectSelected);
    collect.textProperty().bind(vm.selectedProperty().map(chosen -> MetersViewModel.reachable(chosen) > 1
        ? messages.text("meters.collect-several", MetersViewModel.reachable(chosen))
        : messages.text("meters.collect")));
    collect.disableProperty().bind(vm.selectedProperty().map(chosen -> MetersViewModel.reachable(chosen) == 0));
    Button scan = Buttons.of(messages.text("meters.scan"), Feather.REFRESH_CW, vm::scan);
    scan.textProperty().bind(vm.scanningProperty().map(now -> messages.text(now ? "meters.scanning" : "meters.scan")));
    scan.disableProperty().bind(vm.scanningProperty());
    FlowPane buttons = new FlowPane(
        Buttons.withShortcut(collect, messages.text("meters.collect-selected"), Shortcut.COLLECT.keys()),
        Buttons.withShortcut(scan, messages.text("meters.scan"), Shortcut.SCAN.keys()));
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    return buttons;
  }

  private ListView<MeterItem> list() {
    ListView<MeterItem> list = new ListView<>();
    list.getStyleClass().add(StyleClass.METER_LIST);
    list.setCellFactory(_ -> new MeterCell(messages));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPlaceholder(Panes.paragraph(messages.text("meters.none"), StyleClass.MUTED));
    list.setAccessibleText(messages.text("meters.title"));
    Sync sync = new Sync(vm, list);
    vm.meters().addListener((ListChangeListener<MeterItem>) _ -> sync.rows());
    vm.selectedProperty().subscribe(sync::selection);
    list.getSelectionModel().getSelectedItems()
        .addListener((ListChangeListener<MeterItem>) _ -> sync.chosen());
    sync.rows();
    return list;
  }

  /// Keeps rows and selection of the list and the view model the same. Rows are replaced one by one where only their
  /// text changed, so that the list does not jump.
  private static final class Sync {
    private final MetersViewModel vm;
    private final ListView<MeterItem> list;
    private boolean following;

    Sync(MetersViewModel vm, ListView<MeterItem> list) {
      this.vm = vm;
      this.list = list;
    }

    void rows() {
      following = true;
      boolean sameMeters = ssids(vm.meters()).equals(ssids(list.getItems()));
      if (sameMeters) {
        for (int i = 0; i < vm.meters().size(); i++)
          if (!vm.meters().get(i).equals(list.getItems().get(i)))
            list.getItems().set(i, vm.meters().get(i));
      } else {
        list.getItems().setAll(vm.meters());
      }
      following = false;
      selection(vm.selectedProperty().get());
    }

    void selection(List<MeterItem> wanted) {
      if (following || ssids(wanted).equals(ssids(list.getSelectionModel().getSelectedItems())))
        return;
      following = true;
      list.getSelectionModel().clearSelection();
      List<Ssid> chosen = ssids(wanted);
      for (int i = 0; i < list.getItems().size(); i++)
        if (chosen.contains(list.getItems().get(i).ssid()))
          list.getSelectionModel().select(i);
      following = false;
    }

    void chosen() {
      if (!following)
        vm.select(ssids(list.getSelectionModel().getSelectedItems()));
    }

    private static List<Ssid> ssids(List<MeterItem> items) {
      return items.stream().map(MeterItem::ssid).toList();
    }
  }
}
