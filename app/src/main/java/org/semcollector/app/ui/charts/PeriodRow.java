package org.semcollector.app.ui.charts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartChoice.Compare;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The period bar: previous, now, next, the period with its menu, day to year, and the way back.
record PeriodRow(ChartsViewModel vm, Messages messages) implements Builder<Region> {
  /// More bars than this tell nothing, and fewer than two compare nothing.
  private static final long MOST_BARS = 20_000;

  @Override
  public Region build() {
    PeriodBar bar = new PeriodBar(vm, messages);
    FlowPane row = new FlowPane(bar.steps(), new PeriodMenu(vm, messages).build(), bar.kinds(), buckets(),
        compare(), new PeriodPath(vm, messages).build());
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  /// A length of bars by its name; empty = the one that follows the period.
  private record Length(Optional<BucketUnit> unit, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Region buckets() {
    ComboBox<Length> lengths = new ComboBox<>();
    lengths.setAccessibleText(messages.text("charts.buckets"));
    vm.choiceProperty().subscribe(choice -> {
      List<Length> fitting = fitting(choice);
      if (!fitting.equals(lengths.getItems()))
        lengths.getItems().setAll(fitting);
      fitting.stream().filter(length -> length.unit().equals(choice.unit())).findFirst().ifPresent(lengths::setValue);
    });
    lengths.setOnAction(_ -> Optional.ofNullable(lengths.getValue()).ifPresent(length -> vm.buckets(length.unit())));
    return Panes.shownWhile(lengths, vm.choiceProperty().map(choice -> choice.kind().hasBuckets()));
  }

  private List<Length> fitting(ChartChoice choice) {
    Range range = choice.period().range(vm.zone());
    String following = messages.of("buckets", choice.period().buckets());
    List<Length> fitting = new ArrayList<>();
    fitting.add(new Length(Optional.empty(), messages.text("buckets.follow", following)));
    Stream.of(BucketUnit.values()).filter(unit -> {
      double bars = (double) Duration.between(range.from(), range.to()).toHours() / hours(unit);
      return (bars > 1.5 && bars <= MOST_BARS) || choice.unit().equals(Optional.of(unit));
    }).map(unit -> new Length(Optional.of(unit), messages.of("buckets", unit))).forEach(fitting::add);
    return fitting;
  }

  private static int hours(BucketUnit unit) {
    return switch (unit) {
      case HOUR -> 1;
      case DAY -> 24;
      case WEEK -> 7 * 24;
      case MONTH -> 30 * 24;
      case YEAR -> 365 * 24;
    };
  }

  private Region compare() {
    ComboBox<Compare> compare = new ComboBox<>();
    compare.setAccessibleText(messages.text("charts.compare"));
    compare.setConverter(new Words());
    compare.getItems().setAll(Compare.values());
    vm.choiceProperty().subscribe(choice -> compare.setValue(choice.compare()));
    compare.setOnAction(_ -> vm.compare(compare.getValue()));
    return Panes.shownWhile(compare, vm.choiceProperty().map(choice -> choice.kind().canCompare()));
  }

  /// Names what is compared with; the list cannot be typed into.
  private final class Words extends StringConverter<Compare> {
    @Override
    public String toString(@Nullable Compare value) {
      return value == null ? "" : messages.of("compare", value);
    }

    @Override
    public Compare fromString(String text) {
      throw new UnsupportedOperationException("the list cannot be typed into");
    }
  }
}
