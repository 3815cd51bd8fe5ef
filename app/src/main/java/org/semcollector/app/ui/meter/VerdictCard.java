package org.semcollector.app.ui.meter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.health.Finding;
import org.semcollector.app.health.HealthSentences;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.health.Severity;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// What is wrong with the meter in plain words; to every finding what was seen and from when on it is said, and at the
/// end what was looked for and not found.
record VerdictCard(DetailsViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  /// Every rule, in the order in which people look.
  static final List<String> RULES = List.of("voltage-absent", "current-without-voltage", "voltage-out-of-band",
      "phase-missing", "phase-mixed-up", "stuck", "noise-floor", "not-a-number", "energy-factor", "loose-supply",
      "boots-a-day", "missing", "clock-lag", "memory", "old-firmware", "lost-memory", "replaced");

  @Override
  public Region build() {
    VBox place = Panes.column(StyleClass.COLUMN);
    vm.shownProperty().subscribe(shown -> place.getChildren()
        .setAll(shown.map(this::verdict).orElse(List.of())));
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("verdict.title"), StyleClass.HEADING), place);
  }

  private List<Node> verdict(MeterDetails details) {
    Optional<HealthVerdict> verdict = details.verdict();
    if (verdict.isEmpty())
      return List.of(Panes.paragraph(messages.text("verdict.unknown-meter"), StyleClass.MUTED));
    ZoneId zone = details.row().map(MeterRow::zone).orElse(formats.labels().zone());
    HealthSentences words = new HealthSentences(messages.locale(), zone, details.note().channelNames());
    List<Node> lines = new ArrayList<>();
    lines.add(summary(words.summary(verdict.get()), verdict.get()));
    verdict.get().findings().forEach(finding -> lines.add(finding(finding, words)));
    if (verdict.get().readings() > 0)
      lines.add(rest(verdict.get()));
    return lines;
  }

  private static Label summary(String sentence, HealthVerdict verdict) {
    Label label = Panes.paragraph(sentence, StyleClass.STRONG);
    label.setGraphic(verdict.worst().map(VerdictCard::icon).orElseGet(() -> verdict.readings() == 0
        ? Icons.of(Feather.HELP_CIRCLE, StyleClass.MUTED)
        : Icons.of(Feather.CHECK_CIRCLE, StyleClass.SUCCESS)));
    return label;
  }

  private Region finding(Finding finding, HealthSentences words) {
    Label title = Panes.paragraph(messages.text("verdict.finding", messages.of("rule", finding.rule()),
        messages.of("severity", finding.severity())), StyleClass.STRONG);
    title.setGraphic(icon(finding.severity()));
    return Panes.column(StyleClass.FINDING, title, Panes.paragraph(capital(words.sentence(finding))),
        Panes.paragraph(messages.text("verdict.said-when", messages.of("rule-when", finding.rule())),
            StyleClass.MUTED, StyleClass.SMALL));
  }

  /// Rules that saw nothing, folded away.
  private TitledPane rest(HealthVerdict verdict) {
    List<String> found = verdict.findings().stream().map(Finding::rule).toList();
    List<String> rest = RULES.stream().filter(rule -> !found.contains(rule)).toList();
    VBox lines = Panes.column(StyleClass.TIGHT);
    for (String rule : rest) {
      Label line = Panes.paragraph(messages.text("verdict.rest-line", messages.of("rule", rule),
          messages.of("rule-when", rule)), StyleClass.SMALL, StyleClass.MUTED);
      line.setGraphic(Icons.of(Feather.CHECK, StyleClass.SUCCESS));
      lines.getChildren().add(line);
    }
    TitledPane pane = new TitledPane(messages.text("verdict.rest", rest.size()), lines);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.setAccessibleHelp(rest.stream().map(rule -> messages.of("rule", rule)).collect(Collectors.joining(", ")));
    return pane;
  }

  static Label icon(Severity severity) {
    return switch (severity) {
      case NOTE -> Icons.of(Feather.INFO, StyleClass.STRONG);
      case WATCH -> Icons.of(Feather.ALERT_TRIANGLE, StyleClass.WARNING);
      case FAULT -> Icons.of(Feather.X_OCTAGON, StyleClass.DANGER);
    };
  }

  private static String capital(String sentence) {
    return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
