package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupNumberFilter;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupStringFilter;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.ui.charts.ChartTable.Cell;
import org.semcollector.app.ui.charts.ChartTable.Row;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// The numbers of a chart as a table that can be sorted and, by the sign in each title, filtered.
final class NumbersTable extends StackPane {
  /// A letter's breadth and a column's margins with the sign of its filter, in letter heights.
  private static final double LETTER_EM = 0.56;
  private static final double MARGINS_EM = 3.6;
  private static final double ROW_EM = 2.1;

  private final Messages messages;
  private ChartTable shown = ChartTable.EMPTY;

  NumbersTable(Messages messages) {
    this.messages = messages;
    getStyleClass().add(StyleClass.NUMBERS);
  }

  void show(ChartTable table) {
    if (table.equals(shown) && !getChildren().isEmpty())
      return;
    boolean sameColumns = table.columns().equals(shown.columns()) && !getChildren().isEmpty();
    shown = table;
    if (sameColumns && getChildren().getLast() instanceof FilteredTableView<?> view && !view.getColumns().isEmpty())
      refill(view, table);
    else
      getChildren().setAll(made(table));
  }

  @SuppressWarnings("unchecked") // the table was made here, of rows
  private static void refill(FilteredTableView<?> view, ChartTable table) {
    FilteredTableView.configureForFiltering((FilteredTableView<Row>) view,
        FXCollections.observableArrayList(table.rows()));
  }

  private List<Node> made(ChartTable table) {
    Label ruler = new Label();
    ruler.setManaged(false);
    FilteredTableView<Row> view = new FilteredTableView<>();
    ObservableList<Row> rows = FXCollections.observableArrayList(table.rows());
    FilteredTableView.configureForFiltering(view, rows);
    // rows that find their height while they are laid out disturb the table
    ruler.fontProperty().subscribe(font -> view.setFixedCellSize(Math.ceil(font.getSize() * ROW_EM)));
    view.setAccessibleText(messages.text("table.name"));
    Label nothing = new Label(messages.text("chart.no-data"));
    view.setPlaceholder(nothing);
    for (int i = 0; i < table.columns().size(); i++) {
      TableColumn<Row, ?> column = column(table, i);
      // left to itself the table measures its columns while it lays them out, and stumbles over that
      double ems = letters(table, i) * LETTER_EM + MARGINS_EM;
      ruler.fontProperty().subscribe(font -> column.setPrefWidth(Math.ceil(font.getSize() * ems)));
      view.getColumns().add(column);
    }
    return List.of(ruler, view);
  }

  private static int letters(ChartTable table, int index) {
    int title = table.columns().get(index).length();
    return table.rows().stream().limit(60).mapToInt(row -> row.cells().get(index).shown().length()).reduce(title,
        Math::max);
  }

  private TableColumn<Row, ?> column(ChartTable table, int index) {
    boolean number = !table.rows().isEmpty() && table.rows().getFirst().cells().get(index) instanceof Cell.Figure;
    return number ? numbers(table.columns().get(index), index) : words(table.columns().get(index), index);
  }

  private static FilteredTableColumn<Row, Cell> words(String title, int index) {
    FilteredTableColumn<Row, Cell> column = new FilteredTableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
    column.setCellFactory(_ -> new Shown<>(index));
    column.setComparator(NumbersTable::compare);
    PopupStringFilter<Row, Cell> filter = new PopupStringFilter<>(column);
    column.setOnFilterAction(_ -> filter.showPopup());
    return column;
  }

  private static FilteredTableColumn<Row, Double> numbers(String title, int index) {
    FilteredTableColumn<Row, Double> column = new FilteredTableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(number(row.getValue().cells().get(index))));
    column.setCellFactory(_ -> new Shown<>(index));
    PopupNumberFilter<Row, Double> filter = new PopupNumberFilter<>(column);
    column.setOnFilterAction(_ -> filter.showPopup());
    column.getStyleClass().add(StyleClass.NUMBER_COLUMN);
    return column;
  }

  private static Double number(Cell cell) {
    return cell instanceof Cell.Figure(_, double value) ? value : Double.NaN;
  }

  private static int compare(Cell one, Cell other) {
    return one instanceof Cell.Time(_, Instant at) && other instanceof Cell.Time(_, Instant otherAt)
        ? at.compareTo(otherAt)
        : one.shown().compareToIgnoreCase(other.shown());
  }

  /// A cell as it is written for people.
  private static final class Shown<T> extends TableCell<Row, T> {
    private final int index;

    Shown(int index) {
      this.index = index;
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
      super.updateItem(value, empty);
      Row row = getTableRow() == null ? null : getTableRow().getItem();
      boolean there = !empty && row != null && index < row.cells().size();
      setText(there && row != null ? row.cells().get(index).shown() : "");
      setAlignment(there && row != null && row.cells().get(index) instanceof Cell.Figure
          ? Pos.CENTER_RIGHT
          : Pos.CENTER_LEFT);
    }
  }
}
