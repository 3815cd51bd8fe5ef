package org.semcollector.app.ui.charts;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Builder;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What is said over the chart: that it is being read, why it could not be, or where the readings are when there are
/// none in this time.
record PlotState(ChartsViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  /// What takes less need not be announced: it would only flicker.
  private static final Duration PATIENCE = Duration.millis(250);

  @Override
  public Region build() {
    StackPane state = new StackPane(loading(), problem(), nothing());
    state.setPickOnBounds(false);
    return state;
  }

  private Region loading() {
    BooleanProperty shown = new SimpleBooleanProperty(false);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(_ -> shown.set(vm.loadingProperty().get()));
    vm.loadingProperty().subscribe(loading -> {
      if (loading)
        patience.playFromStart();
      else
        shown.set(false);
    });
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setAccessibleText(messages.text("charts.loading"));
    Region box = Panes.row(StyleClass.NOTICE, wheel, Panes.label(messages.text("charts.loading")));
    return Panes.shownWhile(box, shown);
  }

  private Region problem() {
    Region text = Panes.problem(vm.problemProperty());
    Button again = Buttons.of(messages.text("charts.again"), Feather.REFRESH_CW, vm::reload);
    Region box = Panes.column(StyleClass.NOTICE_COLUMN, text, again);
    return Panes.shownWhile(box, vm.problemProperty().map(sentence -> !sentence.isEmpty()));
  }

  private Region nothing() {
    Button newest = Buttons.of("", Feather.CORNER_UP_LEFT, vm::newestReading);
    newest.textProperty().bind(vm.metersProperty().map(meters -> meters.stream()
        .flatMap(meter -> meter.lastMeasuredAt().stream()).max(java.util.Comparator.naturalOrder())
        .map(last -> messages.text("charts.to-newest", formats.dateTime(last)))
        .orElseGet(() -> messages.text("charts.to-newest", ""))));
    Region box = Panes.column(StyleClass.NOTICE_COLUMN, Panes.label(messages.text("chart.no-data"),
        StyleClass.HEADING), newest);
    return Panes.shownWhile(box, vm.contentProperty().map(PlotState::isEmpty));
  }

  private static boolean isEmpty(Optional<ChartsContent> content) {
    return content.filter(shown -> shown.facts().shares().isEmpty()
        ? shown.bars().peak().isEmpty()
        : shown.shares().slices().isEmpty()).isPresent();
  }
}
