package org.semcollector.app.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.meters.MetersViewModel;

/// What is shown before there is any meter: what to do, and a way to try without one.
///
/// @param notice what is in the way on the air
record EmptyView(ShellViewModel vm, MetersViewModel meters, Region notice,
    java.util.function.Consumer<UiServices> opened,
    Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Region text = Panes.column(StyleClass.EMPTY, Icons.of(Feather.RADIO, StyleClass.LARGE_ICON),
        Panes.paragraph(messages.text("empty.title"), StyleClass.TITLE),
        Panes.paragraph(messages.text("empty.text")),
        step(1), step(2), step(3), buttons(),
        notice, Panes.problem(meters.problemProperty()), Panes.problem(vm.problemProperty()));
    ScrollPane scroll = new ScrollPane(new StackPane(text));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region step(int number) {
    return Panes.row(StyleClass.TIGHT, Panes.label(String.valueOf(number), StyleClass.BADGE),
        Panes.paragraph(switch (number) {
          case 1 -> messages.text("empty.step-1");
          case 2 -> messages.text("empty.step-2");
          default -> messages.text("empty.step-3");
        }));
  }

  private Region buttons() {
    Button scan = Buttons.primary(messages.text("meters.scan"), Feather.REFRESH_CW, meters::scan);
    scan.disableProperty().bind(meters.air().scanningProperty());
    scan.textProperty().bind(meters.air().scanningProperty()
        .map(now -> messages.text(now ? "meters.scanning" : "empty.scan")));
    FlowPane row = new FlowPane(scan);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    if (vm.canTrySimulated()) {
      Button simulated = Buttons.of(messages.text("empty.simulated"), Feather.PLAY_CIRCLE,
          () -> vm.trySimulated(opened));
      simulated.disableProperty().bind(vm.openingProperty());
      simulated.textProperty().bind(vm.openingProperty()
          .map(now -> messages.text(now ? "empty.simulated-opening" : "empty.simulated")));
      row.getChildren().add(simulated);
    }
    return row;
  }
}
