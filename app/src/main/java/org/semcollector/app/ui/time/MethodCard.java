package org.semcollector.app.ui.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.correct.Move;
import org.semcollector.app.correct.Preview;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;

/// Chooses an estimator, says what the considered choice would change, and applies it.
record MethodCard(TimeViewModel vm, Messages messages) implements Builder<Region> {
  private static final String STANDARD = "standard";

  @Override
  public Region build() {
    ComboBox<String> methods = methods();
    Label label = Panes.label(messages.text("time.method"), StyleClass.HEADING);
    label.setLabelFor(methods);
    Label about = Panes.paragraph("", StyleClass.MUTED, StyleClass.SMALL);
    methods.valueProperty().subscribe(name -> about.setText(name == null ? "" : about(name)));
    VBox preview = Panes.column(StyleClass.TIGHT);
    VBox moves = Panes.column(StyleClass.TIGHT);
    vm.pendingProperty().subscribe(pending -> {
      preview.getChildren().setAll(pending.map(considered -> lines(considered.preview())).orElse(List.of()));
      moves.getChildren().setAll(pending.map(considered -> moves(considered.preview())).orElse(List.of()));
    });
    Button apply = Buttons.primary(messages.text("time.apply"), Feather.CHECK, vm::apply);
    Button discard = Buttons.of(messages.text("time.discard"), Feather.X, vm::discard);
    apply.disableProperty().bind(vm.busyProperty());
    var buttons = new FlowPane(apply, discard);
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    return Panes.column(StyleClass.CARD, label, methods, about,
        Panes.shownWhile(Panes.column(StyleClass.COLUMN, preview, buttons, moves),
            vm.pendingProperty().map(Optional::isPresent)));
  }

  private ComboBox<String> methods() {
    var methods = new ComboBox<String>();
    methods.setMaxWidth(Double.MAX_VALUE);
    methods.getItems()
        .setAll(Stream.concat(Stream.of(STANDARD), ClockEstimators.all().stream().map(ClockEstimator::name))
            .toList());
    methods.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable String name) {
        return name == null ? "" : name(name);
      }

      @Override
      public @Nullable String fromString(String text) {
        return null;
      }
    });
    Runnable show = () -> {
      methods.setOnAction(null);
      methods.setValue(vm.wanted().estimator().filter(methods.getItems()::contains).orElse(STANDARD));
      methods.setOnAction(
          _ -> vm.choose(Optional.ofNullable(methods.getValue()).filter(name -> !name.equals(STANDARD))));
    };
    vm.shownProperty().subscribe(show);
    vm.pendingProperty().subscribe(show);
    return methods;
  }

  private String name(String method) {
    return method.equals(STANDARD)
        ? messages.text("method.standard", messages.of("method", ClockEstimators.standard().name()))
        : messages.of("method", method);
  }

  private String about(String method) {
    return messages.of("method-says", method.equals(STANDARD) ? ClockEstimators.standard().name() : method);
  }

  private List<Node> lines(Preview preview) {
    var words = new TimeWords(messages, vm.zone());
    var lines = new ArrayList<Node>();
    lines.add(Panes.paragraph(words.preview(preview), StyleClass.STRONG));
    if (preview.moved() > 0) {
      lines.add(Panes.paragraph(words.days(preview)));
      lines.add(Panes.paragraph(words.resent(preview)));
    }
    lines.add(Panes.paragraph(words.doubt(preview)));
    return lines;
  }

  private List<Node> moves(Preview preview) {
    var words = new TimeWords(messages, vm.zone());
    var lines = new ArrayList<Node>();
    for (Move move : preview.largest())
      lines.add(Panes.paragraph(words.move(move), StyleClass.MUTED, StyleClass.SMALL));
    return lines;
  }
}
