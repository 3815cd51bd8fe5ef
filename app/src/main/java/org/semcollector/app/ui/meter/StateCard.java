package org.semcollector.app.ui.meter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.MemoryForecast;
import org.semcollector.app.operate.ClockDrift;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.operate.ClockVisit;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// How full the memory is and when nothing fits any more; how the clock keeps time, visit by visit.
record StateCard(DetailsViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  private static final int VISITS = 6;

  @Override
  public Region build() {
    VBox place = Panes.column(StyleClass.COLUMN);
    vm.shownProperty().subscribe(shown -> place.getChildren().setAll(shown.map(this::content).orElse(List.of())));
    return place;
  }

  private List<Node> content(MeterDetails details) {
    List<Node> cards = new ArrayList<>();
    details.health().map(HealthLook::memory).filter(memory -> memory.capacity() > 0)
        .ifPresent(memory -> cards.add(memory(memory)));
    cards.add(clock(details.clock()));
    return cards;
  }

  private Region memory(MemoryForecast memory) {
    ProgressBar bar = new ProgressBar((double) memory.records() / memory.capacity());
    bar.setMaxWidth(Double.MAX_VALUE);
    String sentence = messages.text("memory.forecast", memory.records(), memory.capacity(),
        formats.date(memory.full()));
    bar.setAccessibleText(sentence);
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("memory.title"), StyleClass.HEADING), bar,
        Panes.paragraph(sentence, StyleClass.MUTED));
  }

  private Region clock(ClockHistory history) {
    VBox card = Panes.column(StyleClass.CARD, Panes.label(messages.text("clock-history.title"), StyleClass.HEADING),
        Panes.paragraph(history.drift().map(this::drift).orElseGet(() -> messages.text("clock-history.no-drift"))));
    if (history.visits().isEmpty())
      return card;
    GridPane table = new GridPane();
    table.getStyleClass().add(StyleClass.LADDER);
    List<ClockVisit> newest = history.visits().reversed().stream().limit(VISITS).toList();
    for (int i = 0; i < newest.size(); i++) {
      Label at = Panes.label(formats.dateTime(newest.get(i).at()), StyleClass.MUTED);
      at.setMinWidth(Region.USE_PREF_SIZE);
      table.addRow(i, at, Panes.paragraph(lag(newest.get(i))));
    }
    card.getChildren().add(table);
    return card;
  }

  private String drift(ClockDrift drift) {
    double perDay = drift.lossSecondsPerDay();
    double uncertain = perDay == 0 ? 0 : Math.abs(drift.uncertaintyPpm() * perDay / drift.lossPpm());
    return messages.text(perDay < 0 ? "clock-history.gains" : "clock-history.loses", Math.abs(perDay), uncertain,
        drift.lossPpm());
  }

  private String lag(ClockVisit visit) {
    Duration middle = visit.lag().middle();
    String size = messages.text(visit.lag().isExact() ? "clock-history.exact" : "clock-history.about",
        formats.duration(middle));
    return messages.text(middle.isNegative() ? "clock-history.ahead" : "clock-history.behind", size,
        visit.setAt().isPresent() ? 1 : 0, visit.starts());
  }
}
