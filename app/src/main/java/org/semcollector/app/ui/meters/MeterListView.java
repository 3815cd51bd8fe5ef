package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.meter.Ssid;

/// The list of meters under the names of its columns.
record MeterListView(MetersViewModel vm, MeterWays ways, Clock clock, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    ListView<MeterItem> list = list();
    Region head = MeterColumns.head(messages);
    // of the size that the cells' letters have: columns and their names come and go together
    Label letter = new Label();
    letter.setManaged(false);
    letter.setVisible(false);
    Runnable show = () -> {
      boolean fits = MeterColumns.fit(list.getWidth(), letter.getFont().getSize());
      head.setVisible(fits);
      head.setManaged(fits);
    };
    list.widthProperty().subscribe(show);
    letter.fontProperty().subscribe(show);
    list.skinProperty().subscribe(skin -> {
      if (skin != null && list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar)
        head.maxWidthProperty().bind(Bindings.createDoubleBinding(
            () -> list.getWidth() - (bar.isVisible() ? bar.getWidth() : 0), list.widthProperty(), bar.visibleProperty(),
            bar.widthProperty()));
    });
    VBox box = new VBox(head, list, letter);
    box.getStyleClass().add(StyleClass.METER_TABLE);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private ListView<MeterItem> list() {
    ListView<MeterItem> list = new ListView<>();
    list.getStyleClass().add(StyleClass.METER_LIST);
    list.setCellFactory(_ -> new MeterCell(messages, clock));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPlaceholder(Panes.paragraph(messages.text("meters.none-listed"), StyleClass.MUTED));
    list.setAccessibleText(messages.text("meters.title"));
    list.setContextMenu(menu());
    Sync sync = new Sync(vm, list);
    vm.listedProperty().subscribe(sync::rows);
    vm.selectedProperty().subscribe(sync::selection);
    list.getSelectionModel().getSelectedItems()
        .addListener((ListChangeListener<MeterItem>) _ -> sync.chosen());
    new Pointing(list, vm).watch();
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2)
        open();
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown())
        open();
    });
    return list;
  }

  private void open() {
    vm.selectedProperty().get().stream().findFirst().map(MeterItem::ssid).ifPresent(ways::details);
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("meters.collect", vm::collectSelected),
        item("meters.details", this::open),
        item("meters.charts", () -> first(ways::charts)),
        item("meters.time", () -> first(ways::time)),
        item("meters.set-up", () -> first(ways::setUp)),
        item("meters.update", () -> ways.firmware(ssids(vm.selectedProperty().get()))));
  }

  private void first(java.util.function.Consumer<Ssid> way) {
    vm.selectedProperty().get().stream().findFirst().map(MeterItem::ssid).ifPresent(way);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(messages.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static List<Ssid> ssids(List<MeterItem> items) {
    return items.stream().map(MeterItem::ssid).toList();
  }

  /// Somebody points at the list with the pointer, or goes through it with keys.
  private record Pointing(ListView<MeterItem> list, MetersViewModel vm) {
    void watch() {
      boolean[] keys = {false};
      list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> {
        keys[0] = true;
        vm.hold(true);
      });
      list.focusedProperty().subscribe(focused -> {
        keys[0] &= focused;
        vm.hold(list.isHover() || keys[0]);
      });
      list.hoverProperty().subscribe(hover -> vm.hold(hover || keys[0]));
    }
  }

  /// Keeps rows and selection of the list and the view model the same. Rows are replaced one by one where only their
  /// text changed, and added at the end where they are new, so that the list does not jump.
  private static final class Sync {
    private final MetersViewModel vm;
    private final ListView<MeterItem> list;
    private boolean following;

    Sync(MetersViewModel vm, ListView<MeterItem> list) {
      this.vm = vm;
      this.list = list;
    }

    void rows(List<MeterItem> wanted) {
      following = true;
      List<Ssid> shown = ssids(list.getItems());
      boolean begins = shown.size() <= wanted.size() && ssids(wanted).subList(0, shown.size()).equals(shown);
      if (begins) {
        for (int i = 0; i < shown.size(); i++)
          if (!wanted.get(i).equals(list.getItems().get(i)))
            list.getItems().set(i, wanted.get(i));
        list.getItems().addAll(wanted.subList(shown.size(), wanted.size()));
      } else {
        list.getItems().setAll(wanted);
      }
      following = false;
      selection(vm.selectedProperty().get());
    }

    void selection(List<MeterItem> wanted) {
      List<Ssid> chosen = ssids(wanted);
      List<Ssid> listed = ssids(list.getItems()).stream().filter(chosen::contains).toList();
      if (following || listed.equals(ssids(list.getSelectionModel().getSelectedItems())))
        return;
      following = true;
      list.getSelectionModel().clearSelection();
      for (int i = 0; i < list.getItems().size(); i++)
        if (chosen.contains(list.getItems().get(i).ssid()))
          list.getSelectionModel().select(i);
      following = false;
    }

    void chosen() {
      if (!following)
        vm.select(ssids(list.getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull)
            .toList()));
    }
  }
}
