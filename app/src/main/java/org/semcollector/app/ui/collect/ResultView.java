package org.semcollector.app.ui.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.health.HealthSentences;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.ui.VisitReview;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What a visit brought.
record ResultView(CollectResult result, Optional<VisitReview> review, String name, Messages messages,
    Formats formats) implements Builder<Region> {
  /// A fact with its name.
  private record Fact(String title, String value) {}

  @Override
  public Region build() {
    StateLook look = StateLook.of(result.state());
    Label verdict = Panes.paragraph(messages.of("result", result.state()), StyleClass.HEADING, look.styleClass());
    verdict.setGraphic(Icons.of(look.icon(), look.styleClass()));
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add(StyleClass.FACTS);
    // a long path goes over several lines instead of making the page wider than the window
    facts.setMinWidth(0);
    facts().forEach(fact -> {
      Region shown = Panes.column(StyleClass.TIGHT, Panes.label(fact.title(), StyleClass.MUTED, StyleClass.SMALL),
          Panes.paragraph(fact.value()));
      shown.maxWidthProperty().bind(facts.widthProperty());
      facts.getChildren().add(shown);
    });
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("collect.ended", name), StyleClass.TITLE), verdict,
        Panes.paragraph(result.sentence()), facts,
        Buttons.of(messages.text("result.copy"), Feather.COPY, this::copy));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(messages.text("collect.ended", name) + "\n" + result.sentence() + "\n" + facts().stream()
        .map(fact -> fact.title() + ": " + fact.value()).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    add(facts, "result.new", messages.text("number", result.newReadings()));
    add(facts, "result.known", messages.text("number", result.knownReadings()));
    if (result.from().isPresent() && result.to().isPresent())
      add(facts, "result.time", messages.text("result.from-to", formats.dateTime(result.from().get()),
          formats.dateTime(result.to().get())));
    review.ifPresent(seen -> add(facts, "result.gaps", seen.gaps() == 0
        ? messages.text("result.no-gaps")
        : messages.text("result.some-gaps", seen.gaps(), formats.duration(seen.missing()))));
    add(facts, "result.outages", messages.text("number", result.outages()));
    result.clockLag().ifPresent(lag -> add(facts, "result.clock", lag.isZero()
        ? messages.text("result.clock-right")
        : messages.text(lag.isNegative() ? "result.clock-ahead" : "result.clock-behind", formats.duration(lag))));
    review.map(VisitReview::correction).filter(how -> !how.isEmpty())
        .ifPresent(how -> add(facts, "result.correction", methods(how)));
    review.flatMap(VisitReview::verdict).ifPresent(verdict -> add(facts, "result.verdict", words(verdict)));
    add(facts, "result.meter", messages.text(result.erased() ? "result.erased" : "result.not-erased"));
    result.journal().ifPresent(place -> add(facts, "result.journal", place));
    return facts;
  }

  /// @param corrections estimators with their versions, "even/1+profile/2"
  private String methods(String corrections) {
    return Arrays.stream(corrections.split("\\+", -1))
        .map(one -> messages.of("method", one.substring(0, Math.max(0, one.indexOf('/'))))).distinct()
        .collect(Collectors.joining(", "));
  }

  private String words(HealthVerdict verdict) {
    return new HealthSentences(formats.locale(), formats.labels().zone()).summary(verdict);
  }

  private void add(List<Fact> facts, String titleKey, String value) {
    facts.add(new Fact(messages.text(titleKey), value));
  }
}
