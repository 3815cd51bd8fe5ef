package org.semcollector.app.ui.collect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What a visit brought.
record ResultView(CollectResult result, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    StateLook look = StateLook.of(result.state());
    Label verdict = Panes.label(messages.of("result", result.state()), StyleClass.STRONG, look.styleClass());
    verdict.setGraphic(Icons.of(look.icon(), look.styleClass()));
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add(StyleClass.FACTS);
    // a long path goes over several lines instead of making the page wider than the window
    facts.setMinWidth(0);
    facts().forEach(fact -> {
      fact.maxWidthProperty().bind(facts.widthProperty());
      facts.getChildren().add(fact);
    });
    return Panes.column(StyleClass.TIGHT, verdict, Panes.paragraph(result.sentence()), facts);
  }

  private List<Region> facts() {
    List<Region> facts = new ArrayList<>();
    facts.add(fact("result.new", messages.text("number", result.newReadings())));
    facts.add(fact("result.known", messages.text("number", result.knownReadings())));
    if (result.from().isPresent() && result.to().isPresent())
      facts.add(fact("result.time", messages.text("result.from-to", formats.dateTime(result.from().get()),
          formats.dateTime(result.to().get()))));
    facts.add(fact("result.outages", messages.text("number", result.outages())));
    result.clockLag().ifPresent(lag -> facts.add(fact("result.clock", messages.text(
        lag.isNegative() ? "result.clock-ahead" : "result.clock-behind", formats.duration(lag)))));
    facts.add(fact("result.meter", messages.text(result.erased() ? "result.erased" : "result.not-erased")));
    result.journal().ifPresent(place -> facts.add(fact("result.journal", place)));
    return facts;
  }

  private Region fact(String titleKey, String value) {
    return Panes.column(StyleClass.TIGHT, Panes.label(messages.text(titleKey), StyleClass.MUTED, StyleClass.SMALL),
        Panes.paragraph(value));
  }
}
