package org.semcollector.app.ui.meters;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The columns of the list, where it is wide enough for them: the same shares of the width in the head and in every row.
final class MeterColumns {
  /// Width in letter heights from which columns fit.
  static final double WIDE_EM = 66;

  private static final List<Double> SHARES = List.of(25.0, 13.0, 12.5, 12.5, 10.0, 9.0, 9.0, 9.0);

  private MeterColumns() {}

  static GridPane row(Node... cells) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add(StyleClass.METER_GRID);
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, cells);
    return grid;
  }

  /// The names of the columns.
  static Region head(Messages messages) {
    GridPane head = row(List
        .of("meters.column-name", "meters.column-state", "meters.column-signal", "meters.column-collected",
            "meters.column-unproven", "meters.column-firmware", "meters.column-health", "meters.column-memory")
        .stream().map(key -> Panes.label(messages.text(key), StyleClass.SMALL, StyleClass.MUTED))
        .toArray(Node[]::new));
    head.getStyleClass().add(StyleClass.METER_HEAD);
    return head;
  }

  /// Whether a list of this width shows columns.
  static boolean fit(double width, double letter) {
    return width >= WIDE_EM * letter;
  }
}
