package org.semcollector.app.ui.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.SyncRuns.Run;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncPreview;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.server.Readiness;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.SyncServices;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Bringing readings to the server: the run, what waits, what was. Starts by itself when the server answers.
public final class SyncViewModel {
  private static final int RUNS_SHOWN = 100;
  /// After a look that found no server.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  /// After a run that ended with trouble; twice as long each time one gets nowhere.
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(10);
  private static final Duration LONGEST_REST = Duration.ofHours(2);

  private final SyncServices services;
  private final ServerViewModel server;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Formats formats;
  private final ObservableList<SyncPreview> queue = FXCollections.observableArrayList();
  private final ObservableList<Run> history = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper automatic = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SyncReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanBinding ready;
  private Runnable finished = () -> {};
  private Instant nextLook = Instant.EPOCH;
  private Duration rest = AFTER_TROUBLE;
  private boolean signInRefused;
  private boolean looking;
  private Tasks.@Nullable Handle handle;
  private @Nullable RunWatch watch;

  public SyncViewModel(SyncServices services, ServerViewModel server, Tasks tasks, Clock clock, Messages messages,
      Formats formats) {
    this.services = services;
    this.server = server;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    this.formats = formats;
    this.ready = Bindings.createBooleanBinding(() -> !running.get() && server.completeBinding().get(), running,
        server.completeBinding());
    server.onAccepted(this::signedInAgain);
  }

  private void signedInAgain() {
    signInRefused = false;
    nextLook = Instant.EPOCH;
  }

  /// Sends what the server is not proven to have.
  public void sync() {
    sync(SyncOptions.USUAL);
  }

  /// As [#sync], and sends once more what the server refused.
  public void syncRefused() {
    sync(new SyncOptions(false, true));
  }

  /// As [#sync], and reads back everything that was ever proven.
  public void verify() {
    sync(new SyncOptions(true, false));
  }

  private void sync(SyncOptions options) {
    if (running.get() || !server.completeBinding().get())
      return;
    server.remember();
    start(server.target(), options);
  }

  private void start(ServerViewModel.Target target, SyncOptions options) {
    running.set(true);
    problem.set("");
    report.set(Optional.empty());
    progress.set(-1);
    pace.set("");
    var follow = new RunWatch(tasks, this::shown, paused.get());
    watch = follow;
    handle = tasks.run(messages.text("task.sync"),
        work -> services.run().sync(target.get(), options, follow.on(work)), this::ended, this::failed);
  }

  private void shown(RunWatch.State state) {
    progress.set(state.total() > 0 ? (double) state.done() / state.total() : -1);
    String rate = state.perSecond().isEmpty() ? "" : messages.text("sync.rate", state.perSecond().getAsDouble());
    String left = state.left().map(time -> messages.text("sync.left", formats.duration(time))).orElse("");
    pace.set(messages.text("sync.progress", state.done(), state.total(), rate, left, state.waiting()).strip());
  }

  private void ended(SyncReport outcome) {
    running.set(false);
    report.set(Optional.of(outcome));
    restAfter(outcome);
    if (outcome.problems().isEmpty())
      server.keepSecret();
    finished.run();
    reload();
  }

  // An account can be locked by too many refused sign-ins, so nothing asks again by itself.
  private void restAfter(SyncReport outcome) {
    signInRefused = outcome.signInRefused();
    if (signInRefused)
      automatic.set(messages.text("sync.auto.refused"));
    boolean reached = outcome.proven() + outcome.deleted() + outcome.firmware() > 0;
    if (reached || outcome.problems().isEmpty())
      rest = AFTER_TROUBLE;
    nextLook = clock.instant().plus(outcome.problems().isEmpty() ? LOOK_AGAIN : rest);
    if (!reached && !outcome.problems().isEmpty())
      rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
  }

  private void failed(Throwable failure) {
    running.set(false);
    problem.set(messages.text("sync.failed", String.valueOf(failure.getMessage())));
    nextLook = clock.instant().plus(AFTER_TROUBLE);
    finished.run();
    reload();
  }

  /// Stops after the batch that is on its way.
  public void cancel() {
    if (handle != null && running.get())
      handle.cancel();
  }

  /// Rests before the next batch, and keeps runs from starting by themselves, until [#resume].
  public void pause() {
    pause(true);
  }

  /// Goes on.
  public void resume() {
    pause(false);
  }

  private void pause(boolean wanted) {
    paused.set(wanted);
    if (watch != null)
      watch.pause(wanted);
    automatic.set(wanted ? messages.text("sync.auto.paused") : "");
    nextLook = Instant.EPOCH;
    rest = AFTER_TROUBLE;
  }

  /// To be called about twice a minute: looks whether a run is due and the server answers, and starts it.
  public void tick() {
    if (running.get() || paused.get() || looking || signInRefused || rests())
      return;
    looking = true;
    tasks.run(messages.text("task.look"), _ -> services.server().online().look(), this::looked, failure -> {
      looking = false;
      automatic.set(String.valueOf(failure.getMessage()));
    });
  }

  // A clock that was set back must not make a rest of minutes one of months.
  private boolean rests() {
    Duration left = Duration.between(clock.instant(), nextLook);
    return left.isPositive() && left.compareTo(LONGEST_REST) <= 0;
  }

  private void looked(Readiness found) {
    looking = false;
    nextLook = clock.instant().plus(LOOK_AGAIN);
    switch (found) {
      case Readiness.Ready(var target, _) -> {
        automatic.set(messages.text("sync.auto.ready"));
        if (!running.get() && !paused.get())
          start(() -> target, SyncOptions.USUAL);
      }
      case Readiness.NotWanted(var why) -> automatic.set(messages.of("sync.auto", why));
      case Readiness.NotPossible(var why, var sentence) ->
        automatic.set(messages.of("sync.auto", why) + " " + sentence);
    }
  }

  /// Reads queue and history again.
  public void reload() {
    tasks.run(messages.text("task.queue"), _ -> services.queue().meters(), queue::setAll,
        failure -> problem.set(messages.text("sync.queue-failed", String.valueOf(failure.getMessage()))));
    tasks.run(messages.text("task.queue"), _ -> services.runs().newest(RUNS_SHOWN), history::setAll,
        failure -> problem.set(messages.text("sync.queue-failed", String.valueOf(failure.getMessage()))));
  }

  /// What to do after a run.
  public void onFinished(Runnable action) {
    finished = action;
  }

  ServerViewModel server() {
    return server;
  }

  /// What is to be done for each meter.
  public ObservableList<SyncPreview> queue() {
    return queue;
  }

  /// Runs, newest first.
  public ObservableList<Run> history() {
    return history;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /// 0 to 1, or -1 while it is not known.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How far, how fast, how long still, in words.
  public ReadOnlyStringProperty paceProperty() {
    return pace.getReadOnlyProperty();
  }

  /// What keeps a run from starting by itself, in words; empty when nothing is known.
  public ReadOnlyStringProperty automaticProperty() {
    return automatic.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<SyncReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether address and sign-in are complete and nothing runs.
  public BooleanBinding readyBinding() {
    return ready;
  }
}
