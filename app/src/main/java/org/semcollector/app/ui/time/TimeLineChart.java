package org.semcollector.app.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.ui.fx.Ink;
import org.semcollector.app.ui.fx.InkWell;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// A meter's time line on a canvas: zoomed, moved and pinned by mouse and keyboard, see [TimeLineInput].
final class TimeLineChart extends Region {
  private final TimeViewModel vm;
  private final Messages messages;
  private final Canvas canvas = new Canvas();
  private final InkWell well = new InkWell(this::requestLayout);
  private TimeWindow whole = new TimeWindow(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
  private TimeWindow window = whole;
  private Optional<TimeWindow> draft = Optional.empty();
  private List<Lane> lanes = List.of();
  private @Nullable Object lineOf;

  TimeLineChart(TimeViewModel vm, Messages messages) {
    this.vm = vm;
    this.messages = messages;
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    getStyleClass().addAll(StyleClass.CANVAS_CHART, StyleClass.TIME_LINE);
    getChildren().addAll(well, canvas);
    focusedProperty().subscribe(this::requestLayout);
    vm.shownProperty().subscribe(this::take);
    vm.pendingProperty().subscribe(_ -> {
      draft = Optional.empty();
      changed();
    });
    vm.selectedProperty().subscribe(this::reveal);
    vm.problemProperty().subscribe(_ -> drag(Optional.empty()));
    TimeLineInput.connect(this, vm);
  }

  TimeWindow window() {
    return window;
  }

  void zoom(double factor, double around) {
    window = window.zoomed(factor, around, whole);
    requestLayout();
  }

  void move(double share) {
    window = window.moved(share, whole);
    requestLayout();
  }

  void showAll() {
    window = whole;
    requestLayout();
  }

  /// Shows the selected outage while an edge of it is dragged.
  void drag(Optional<TimeWindow> where) {
    draft = where;
    requestLayout();
  }

  Optional<TimeWindow> draft() {
    return draft;
  }

  /// The lane that pins work on: the line that is considered, else the one that counts.
  Optional<Lane> lane() {
    return lanes.isEmpty() ? Optional.empty() : Optional.of(lanes.getLast());
  }

  Optional<TimeLine> line() {
    return lines().isEmpty() ? Optional.empty() : Optional.of(lines().getLast());
  }

  private void take(Optional<Shown> shown) {
    Object meter = shown.map(now -> (Object) now.line().ssid()).orElse(null);
    shown.map(now -> whole(now.line())).ifPresent(all -> {
      boolean seesAll = window.equals(whole) || !java.util.Objects.equals(meter, lineOf);
      whole = all;
      if (seesAll)
        window = whole;
    });
    lineOf = meter;
    draft = Optional.empty();
    changed();
  }

  private static TimeWindow whole(TimeLine line) {
    List<Instant> times = new ArrayList<>(line.clockSets());
    for (TimeLine.Part part : line.parts()) {
      times.add(part.earliest());
      times.add(part.latest());
    }
    line.visits().stream().map(VisitRow::startedAt).forEach(times::add);
    Instant from = times.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant to = times.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    Duration margin = Duration.between(from, to).dividedBy(50).plusMinutes(30);
    return new TimeWindow(from.minus(margin), to.plus(margin));
  }

  private void reveal(Optional<PlacedOutage> outage) {
    draft = Optional.empty();
    outage.ifPresent(chosen -> window = window.showing(chosen.to().at(), whole));
    changed();
  }

  private void changed() {
    var words = new TimeWords(messages, vm.zone());
    setAccessibleText(vm.selectedProperty().get().map(words::outage)
        .or(() -> line().map(words::summary)).orElse(messages.text("time.nothing")));
    requestLayout();
  }

  private List<TimeLine> lines() {
    var lines = new ArrayList<TimeLine>();
    vm.shownProperty().get().map(Shown::line).ifPresent(lines::add);
    vm.pendingProperty().get().map(Pending::line).ifPresent(lines::add);
    return lines;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.floor(getWidth()));
    canvas.setHeight(Math.floor(getHeight()));
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    var words = new TimeWords(messages, vm.zone());
    List<TimeLine> lines = lines();
    if (canvas.getWidth() < 60 || canvas.getHeight() < 60 || lines.isEmpty() || lines.getFirst().parts().isEmpty())
      return;
    paint(context, words, lines);
  }

  private void paint(GraphicsContext context, TimeWords words, List<TimeLine> lines) {
    Ink ink = well.ink();
    var painter = new TimeLinePainter(context, ink, words);
    lanes = painter.lanes(lines.size(), window, canvas.getWidth(), canvas.getHeight());
    Optional<TimeWindow> selected = draft.or(() -> vm.selectedProperty().get()
        .filter(outage -> outage.from().at().isBefore(outage.to().at()))
        .map(outage -> new TimeWindow(outage.from().at(), outage.to().at())));
    painter.paint(
        new TimeLinePainter.Picture(lines, List.of(messages.text("time.now"), messages.text("time.then")), window,
            selected),
        new TimeTicks(vm.zone(), messages.locale()), canvas.getWidth(), canvas.getHeight());
    if (isFocused()) {
      context.setStroke(ink.focus());
      context.setLineWidth(2);
      context.strokeRoundRect(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2, 6, 6);
    }
  }
}
