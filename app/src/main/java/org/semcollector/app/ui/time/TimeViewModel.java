package org.semcollector.app.ui.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.semcollector.app.correct.ImpossiblePinException;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;

/// One meter's time line, another way to find its times, and what that would change. Nothing changes before [#apply].
public final class TimeViewModel {
  private final TimeCorrections corrections;
  private final Tasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<MeterRow>> meter = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Pending>> pending = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PlacedOutage>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty from = new SimpleStringProperty("");
  private final StringProperty to = new SimpleStringProperty("");
  private final BooleanBinding pinnable = Bindings.createBooleanBinding(
      () -> !busy.get() && selected.get().isPresent() && TypedTime.parse(from.get(), zone()).isPresent()
          && TypedTime.parse(to.get(), zone()).isPresent(),
      busy, selected, from, to, shown);
  private Runnable changed = () -> {};
  private int asked;

  public TimeViewModel(TimeCorrections corrections, Tasks tasks, Messages messages) {
    this.corrections = corrections;
    this.tasks = tasks;
    this.messages = messages;
  }

  /// Shows a meter.
  public void show(Optional<MeterRow> chosen) {
    boolean same = chosen.map(MeterRow::ssid).equals(meter.get().map(MeterRow::ssid));
    if (same && chosen.map(MeterRow::readings).equals(meter.get().map(MeterRow::readings)))
      return;
    meter.set(chosen);
    pending.set(Optional.empty());
    if (!same) {
      shown.set(Optional.empty());
      select(Optional.empty());
    }
    load();
  }

  /// What to do when times have changed.
  public void onChanged(Runnable action) {
    changed = action;
  }

  void select(Optional<PlacedOutage> outage) {
    selected.set(outage);
    from.set(outage.map(chosen -> TypedTime.text(chosen.from().at(), zone())).orElse(""));
    to.set(outage.map(chosen -> TypedTime.text(chosen.to().at(), zone())).orElse(""));
  }

  /// Looks what another estimator would do; empty = the standard one.
  void choose(Optional<String> estimator) {
    consider(wanted().withEstimator(estimator));
  }

  /// Says when the selected outage was, by the typed times.
  void pinTyped() {
    Optional<Instant> begin = TypedTime.parse(from.get(), zone());
    Optional<Instant> end = TypedTime.parse(to.get(), zone());
    if (begin.isEmpty() || end.isEmpty())
      problem.set(messages.text("time.not-a-time"));
    else
      selected.get().ifPresent(outage -> pin(outage, begin.get(), end.get()));
  }

  /// Says when an outage was.
  void pin(PlacedOutage outage, Instant begin, Instant end) {
    CorrectionChoice base = wanted();
    meter.get().ifPresent(row -> work(messages.text("task.preview"),
        () -> pending(row, corrections.pinned(row.ssid(), base, outage, begin, end)), this::takePending));
  }

  /// Forgets what was said about the selected outage.
  void unpin() {
    selected.get().ifPresent(outage -> consider(TimeCorrections.unpinned(wanted(), outage)));
  }

  /// Goes back to what counts now.
  void discard() {
    asked++;
    busy.set(false);
    problem.set("");
    pending.set(Optional.empty());
    select(line().flatMap(now -> same(now, selected.get())));
  }

  /// Makes the considered choice count.
  void apply() {
    Optional<Pending> wanted = pending.get();
    if (meter.get().isEmpty() || wanted.isEmpty() || busy.get())
      return;
    MeterRow row = meter.get().get();
    work(messages.text("task.correct"), () -> {
      corrections.apply(row.ssid(), wanted.get().choice());
      return shown(row);
    }, this::takeChanged);
  }

  /// Takes the last applied choice back.
  void undo() {
    if (meter.get().isEmpty() || busy.get())
      return;
    MeterRow row = meter.get().get();
    work(messages.text("task.correct"), () -> {
      corrections.undo(row.ssid());
      return shown(row);
    }, this::takeChanged);
  }

  public ReadOnlyObjectProperty<Optional<MeterRow>> meterProperty() {
    return meter.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Pending>> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<PlacedOutage>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  StringProperty fromProperty() {
    return from;
  }

  StringProperty toProperty() {
    return to;
  }

  /// Whether an outage is selected and both of its times are times.
  BooleanBinding pinnableBinding() {
    return pinnable;
  }

  /// The outages of the time line that is looked at: as it would be, else as it is.
  List<PlacedOutage> outages() {
    return line().map(org.semcollector.app.correct.TimeLine::outages).orElse(List.of());
  }

  ZoneId zone() {
    return meter.get().map(MeterRow::zone).orElse(ZoneOffset.UTC);
  }

  /// The choice that is considered, else the one that counts.
  CorrectionChoice wanted() {
    return pending.get().map(Pending::choice).or(() -> shown.get().map(Shown::choice)).orElse(CorrectionChoice.NONE);
  }

  private Optional<org.semcollector.app.correct.TimeLine> line() {
    return pending.get().map(Pending::line).or(() -> shown.get().map(Shown::line));
  }

  private void load() {
    if (meter.get().isEmpty()) {
      asked++;
      shown.set(Optional.empty());
      return;
    }
    MeterRow row = meter.get().get();
    work(messages.text("task.times"), () -> shown(row), this::takeShown);
  }

  private void consider(CorrectionChoice choice) {
    if (choice.equals(shown.get().map(Shown::choice).orElse(CorrectionChoice.NONE))) {
      discard();
      return;
    }
    meter.get().ifPresent(row -> work(messages.text("task.preview"), () -> pending(row, choice), this::takePending));
  }

  private Shown shown(MeterRow row) throws Exception {
    return new Shown(corrections.timeLine(row.ssid()), corrections.choice(row.ssid()),
        corrections.canUndo(row.ssid()));
  }

  private Pending pending(MeterRow row, CorrectionChoice choice) throws Exception {
    return new Pending(choice, corrections.timeLine(row.ssid(), choice), corrections.preview(row.ssid(), choice));
  }

  private void takeShown(Shown now) {
    shown.set(Optional.of(now));
    select(same(now.line(), selected.get()));
  }

  private void takeChanged(Shown now) {
    pending.set(Optional.empty());
    takeShown(now);
    changed.run();
  }

  private void takePending(Pending considered) {
    pending.set(Optional.of(considered));
    select(same(considered.line(), selected.get()));
  }

  private static Optional<PlacedOutage> same(org.semcollector.app.correct.TimeLine line,
      Optional<PlacedOutage> former) {
    return former.flatMap(outage -> line.outages().stream()
        .filter(each -> each.bootMillis() == outage.bootMillis() && each.visit().equals(outage.visit())).findFirst());
  }

  /// Work of which only the newest answer counts.
  private <T> void work(String name, java.util.concurrent.Callable<T> work, java.util.function.Consumer<T> take) {
    int question = ++asked;
    busy.set(true);
    tasks.run(name, _ -> work.call(), answer -> {
      if (question == asked) {
        busy.set(false);
        problem.set("");
        take.accept(answer);
      }
    }, failure -> {
      if (question == asked) {
        busy.set(false);
        problem.set(messages.text(failure instanceof ImpossiblePinException ? "time.impossible" : "time.failed",
            String.valueOf(failure.getMessage())));
      }
    });
  }
}
