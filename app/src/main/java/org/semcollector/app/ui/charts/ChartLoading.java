package org.semcollector.app.ui.charts;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Progress;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;

/// Fetches what is shown in two steps: first what the view needs, then the rest, its hours above all. A newer question
/// supersedes the older one, whose work is asked to stop and whose answer is thrown away.
final class ChartLoading {
  private final ChartReview review;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final Runnable fetched;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final List<Tasks.Handle> working = new ArrayList<>();
  private Optional<ChartFacts> facts = Optional.empty();
  private Optional<ChartFacts.Hours> hours = Optional.empty();
  private int asked;

  /// @param fetched told when there is more to show
  ChartLoading(ChartReview review, Tasks tasks, Clock clock, Messages messages, Runnable fetched) {
    this.review = review;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    this.fetched = fetched;
  }

  /// What the second step brings.
  private record Rest(ChartFacts facts, ChartFacts.Hours hours) {}

  /// @param days the zone whose days are counted
  void load(ChartChoice choice, List<MeterRow> meters, ZoneId days) {
    stop();
    int question = ++asked;
    loading.set(true);
    working.add(tasks.run(messages.text("task.charts"),
        progress -> review.facts(choice, meters, days, clock.instant(), progress), found -> {
          if (question == asked)
            loaded(found, meters, question);
        }, failure -> failed(question, failure)));
  }

  /// Nothing is shown any more.
  void clear() {
    stop();
    asked++;
    loading.set(false);
  }

  Optional<ChartFacts> facts() {
    return facts;
  }

  /// Empty while they are fetched.
  Optional<ChartFacts.Hours> hours() {
    return hours;
  }

  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void stop() {
    if (loading.get())
      working.forEach(Tasks.Handle::cancel);
    working.clear();
  }

  private void loaded(ChartFacts found, List<MeterRow> meters, int question) {
    facts = Optional.of(found);
    hours = Optional.empty();
    problem.set("");
    fetched.run();
    working.add(tasks.run(messages.text("task.hours"), progress -> rest(found, meters, progress), more -> {
      if (question != asked)
        return;
      facts = Optional.of(more.facts());
      hours = Optional.of(more.hours());
      loading.set(false);
      fetched.run();
    }, failure -> failed(question, failure)));
  }

  private Rest rest(ChartFacts found, List<MeterRow> meters, Progress progress) throws Exception {
    ChartFacts complete = review.complete(found, meters, progress);
    return new Rest(complete, review.hours(complete, meters, progress));
  }

  private void failed(int question, Throwable failure) {
    if (question != asked)
      return;
    loading.set(false);
    problem.set(messages.text("charts.load-failed", String.valueOf(failure.getMessage())));
  }
}
