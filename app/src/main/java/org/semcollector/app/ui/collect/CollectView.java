package org.semcollector.app.ui.collect;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The screen of visits: the meters of this session, the visit that runs, or the result of the chosen one.
///
/// @param home goes to the list of meters
public record CollectView(CollectViewModel vm, WalkViewModel walk, Runnable home, Messages messages, Formats formats)
    implements
      Builder<Region> {
  private static final double LIST_SHARE = 0.3;

  @Override
  public Region build() {
    Region route = new RouteList(vm, messages).build();
    VBox page = Panes.column(StyleClass.PAGE,
        Panes.shownWhile(new LadderView(vm, messages, formats).build(), vm.runningProperty()), result(), nothing());
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPrefWidth(0);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox screen = new HBox(route, scroll);
    route.maxWidthProperty().bind(screen.widthProperty().multiply(LIST_SHARE));
    BooleanBinding noWalk = walk.openProperty().not();
    Panes.shownWhile(screen, Bindings.isNotEmpty(vm.visits()).and(noWalk));
    return new StackPane(screen, Panes.shownWhile(empty(), Bindings.isEmpty(vm.visits()).and(noWalk)),
        new WalkView(walk, messages).build());
  }

  private Region result() {
    VBox place = new VBox();
    Runnable draw = () -> place.getChildren().setAll(vm.resultProperty().get().stream()
        .map(result -> new ResultView(result, vm.reviewProperty().get(),
            vm.targetProperty().get().map(CollectTarget::name).orElse(""), messages, formats).build())
        .toList());
    vm.resultProperty().subscribe(draw);
    vm.reviewProperty().subscribe(draw);
    return Panes.shownWhile(place, vm.runningProperty().not());
  }

  private Region nothing() {
    Region hint = Panes.paragraph(messages.text("collect.choose"), StyleClass.MUTED);
    return Panes.shownWhile(hint, Bindings.createBooleanBinding(
        () -> !vm.runningProperty().get() && vm.resultProperty().get().isEmpty(), vm.runningProperty(),
        vm.resultProperty()));
  }

  private Region empty() {
    Button back = Buttons.primary(messages.text("collect.to-meters"), Feather.CPU, home);
    return Panes.column(StyleClass.EMPTY, Icons.of(Feather.DOWNLOAD, StyleClass.LARGE_ICON),
        Panes.paragraph(messages.text("collect.none"), StyleClass.TITLE),
        Panes.paragraph(messages.text("collect.none-says")),
        Panes.row(StyleClass.TOOLBAR, back, Buttons.of(messages.text("meters.walk"), Feather.NAVIGATION, walk::open)));
  }
}
