package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.semcollector.app.chart.Period;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The way back: everything, the year, the month; each can be gone to.
record PeriodPath(ChartsViewModel vm, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    HBox path = Panes.row(StyleClass.CRUMBS);
    vm.periodProperty().subscribe(_ -> path.getChildren().setAll(crumbs()));
    vm.metersProperty().subscribe(_ -> path.getChildren().setAll(crumbs()));
    return path;
  }

  private List<Node> crumbs() {
    List<Node> crumbs = new java.util.ArrayList<>();
    List<Period> path = vm.path();
    boolean everything = path.getLast().kind() == Period.Kind.ALL;
    if (!everything)
      crumbs.add(link(messages.of("preset", Preset.EVERYTHING), () -> vm.choose(Preset.EVERYTHING)));
    for (Period period : path.subList(0, path.size() - 1)) {
      crumbs.add(Panes.label("›", StyleClass.MUTED));
      crumbs.add(link(period.label(messages.locale()), () -> vm.go(period)));
    }
    return crumbs;
  }

  private static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(_ -> {
      link.setVisited(false);
      action.run();
    });
    return link;
  }
}
