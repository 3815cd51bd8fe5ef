package org.semcollector.app.ui.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The run on top; below it what waits, the server, its devices, and what was.
///
/// @param unproven what the server is not proven to have, in words
public record SyncView(SyncViewModel vm, DevicesViewModel devices, ObservableValue<String> unproven, Messages messages,
    Formats formats) implements Builder<Region> {
  /// The parts below the run.
  public enum Part {
    QUEUE, SERVER, DEVICES, HISTORY
  }

  @Override
  public Region build() {
    Label waiting = Panes.paragraph("", StyleClass.MUTED);
    waiting.textProperty().bind(unproven);
    Label automatic = Panes.paragraph("", StyleClass.MUTED);
    automatic.textProperty().bind(vm.automaticProperty());
    Panes.shownWhile(automatic, vm.automaticProperty().map(text -> !text.isEmpty()));
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE,
        Panes.label(messages.text("sync.title"), StyleClass.TITLE), waiting, buttons(), progress(), automatic,
        Panes.problem(vm.problemProperty()), report(), parts()));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region parts() {
    ObjectProperty<Part> chosen = new SimpleObjectProperty<>(Part.QUEUE);
    Map<Part, Region> parts = new EnumMap<>(Part.class);
    parts.put(Part.QUEUE, new QueueView(vm, messages).build());
    parts.put(Part.SERVER, new ServerView(vm.server(), messages).build());
    parts.put(Part.DEVICES, new DevicesView(devices, messages).build());
    parts.put(Part.HISTORY, new HistoryView(vm, messages, formats).build());
    Buttons.Segments<Part> segments = Buttons.segments(List.of(Part.values()), part -> messages.of("sync.part", part),
        chosen::set);
    chosen.subscribe(segments::show);
    StackPane place = new StackPane();
    place.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    parts.forEach((part, region) -> place.getChildren().add(Panes.shownWhile(region, chosen.map(part::equals))));
    return Panes.column(StyleClass.COLUMN, segments.row(), place);
  }

  private Region buttons() {
    Button sync = Buttons.primary(messages.text("sync.now"), Feather.UPLOAD_CLOUD, vm::sync);
    sync.disableProperty().bind(vm.readyBinding().not());
    Button pause = Buttons.of(messages.text("sync.pause"), Feather.PAUSE, vm::pause);
    Panes.shownWhile(pause, vm.pausedProperty().not());
    Button resume = Buttons.of(messages.text("sync.resume"), Feather.PLAY, vm::resume);
    Panes.shownWhile(resume, vm.pausedProperty());
    Button cancel = Buttons.of(messages.text("sync.cancel"), Feather.X, vm::cancel);
    Panes.shownWhile(cancel, vm.runningProperty());
    FlowPane row = new FlowPane(sync, pause, resume, cancel);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("task.sync"));
    bar.progressProperty().bind(vm.progressProperty());
    Label pace = Panes.paragraph("", StyleClass.MUTED);
    pace.textProperty().bind(vm.paceProperty());
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, bar, pace), vm.runningProperty());
  }

  private Region report() {
    VBox place = Panes.column(StyleClass.CARD);
    vm.reportProperty().subscribe(report -> report.ifPresent(shown -> place.getChildren().setAll(lines(shown))));
    return Panes.shownWhile(place, vm.reportProperty().map(Optional::isPresent));
  }

  private List<Label> lines(SyncReport report) {
    List<Label> lines = new ArrayList<>();
    lines.add(Panes.paragraph(messages.text("sync.report.proven", report.proven()), StyleClass.STRONG));
    if (report.accepted() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.accepted", report.accepted())));
    if (report.refused() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.refused", report.refused())));
    if (report.deleted() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.deleted", report.deleted())));
    if (report.lost() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.lost", report.lost())));
    if (report.firmware() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.firmware", report.firmware())));
    lines.add(Panes.paragraph(messages.text("sync.report.waiting", report.waiting())));
    report.problems().forEach(problem -> lines.add(Panes.paragraph(problem, StyleClass.PROBLEM)));
    return lines;
  }
}
