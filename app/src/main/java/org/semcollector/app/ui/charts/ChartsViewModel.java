package org.semcollector.app.ui.charts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartChoice.Compare;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.Period;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.settings.ChartSettings;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// The charts of the chosen meters over a period. A newer question supersedes the older one, whose work is asked to
/// stop.
public final class ChartsViewModel {
  private final ChartReview review;
  private final Tasks tasks;
  private final Clock clock;
  private final ZoneId zone;
  private final Messages messages;
  private final ContentMaker maker;
  private final ReadOnlyObjectWrapper<ChartChoice> choice;
  private final ReadOnlyObjectWrapper<Period> period;
  private final ReadOnlyObjectWrapper<Optional<ChartsContent>> content = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<MeterRow>> meters = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper newest = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Set<String> hidden = new LinkedHashSet<>();
  private final List<Tasks.Handle> working = new ArrayList<>();
  private EnergySettings prices = EnergySettings.NONE;
  private Optional<ChartFacts> facts = Optional.empty();
  private Optional<ChartFacts.Hours> hours = Optional.empty();
  private boolean periodChosen;
  private int asked;

  /// @param zone used while no meter is chosen; a meter's own zone wins
  public ChartsViewModel(ChartReview review, Tasks tasks, Clock clock, ZoneId zone, Messages messages,
      Formats formats) {
    this.review = review;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    this.messages = messages;
    this.maker = new ContentMaker(messages, formats);
    Period month = Period.around(Period.Kind.MONTH, clock.instant(), zone);
    this.choice = new ReadOnlyObjectWrapper<>(ChartChoice.of(month));
    this.period = new ReadOnlyObjectWrapper<>(month);
  }

  /// Shows these meters. Until somebody chose a period it is the month of their newest reading.
  public void show(List<MeterRow> chosen) {
    if (chosen.equals(meters.get()))
      return;
    meters.set(List.copyOf(chosen));
    hidden.clear();
    if (!periodChosen)
      lastReading().ifPresent(last -> set(choice.get().withPeriod(Period.around(Period.Kind.MONTH, last, zone()))));
    load();
  }

  /// Takes over what was remembered.
  public void recall(ChartSettings remembered) {
    RememberedChoice.from(remembered.shown()).ifPresent(last -> {
      periodChosen = true;
      change(_ -> last);
    });
  }

  /// Takes over what energy costs and emits.
  public void price(EnergySettings changed) {
    boolean same = changed.equals(prices);
    prices = changed;
    if (!same)
      publish();
  }

  /// What is to be remembered now.
  public ChartSettings remembered(ChartSettings now) {
    return now.withShown(RememberedChoice.of(choice.get()),
        meters.get().stream().map(meter -> meter.ssid().value()).toList());
  }

  public void previous() {
    if (period.get().canStep())
      go(period.get().previous());
  }

  public void next() {
    if (!newest.get() && period.get().canStep())
      go(period.get().next());
  }

  /// Goes to the period that holds the present.
  public void now() {
    go(switch (period.get().kind()) {
      case ALL -> Preset.everything(meters.get(), clock.instant(), zone());
      case DAYS -> Period.lastDays((int) period.get().days(), clock.instant(), zone());
      default -> Period.around(period.get().kind(), clock.instant(), zone());
    });
  }

  /// Goes to the period that holds the newest reading.
  public void newestReading() {
    lastReading().ifPresent(last -> go(switch (period.get().kind()) {
      case ALL, DAYS -> Period.around(Period.Kind.MONTH, last, zone());
      default -> Period.around(period.get().kind(), last, zone());
    }));
  }

  public void choose(Preset preset) {
    go(preset.period(meters.get(), clock.instant(), zone()));
  }

  /// Shows some days.
  ///
  /// @param last included; days in the wrong order are turned round
  public void choose(LocalDate first, LocalDate last) {
    go(first.isAfter(last) ? Period.days(last, first) : Period.days(first, last));
  }

  /// Shows a day, week, month or year: the one around the newest reading of the period shown now, or around its start.
  public void choose(Period.Kind kind) {
    if (kind == period.get().kind())
      return;
    if (kind == Period.Kind.ALL) {
      choose(Preset.EVERYTHING);
      return;
    }
    Instant start = period.get().range(zone()).from();
    Instant end = period.get().range(zone()).to();
    Instant around = lastReadings().filter(at -> !at.isBefore(start) && at.isBefore(end))
        .max(Comparator.naturalOrder()).orElse(start);
    go(Period.around(kind, around, zone()));
  }

  /// Opens a bar: a year, a month, a week, a day. An hour stays closed.
  public void open(int bar) {
    content.get().map(shown -> shown.bars().bars().get(bar).from()).ifPresent(from -> {
      switch (choice.get().buckets()) {
        case YEAR -> go(Period.around(Period.Kind.YEAR, from, zone()));
        case MONTH -> go(Period.around(Period.Kind.MONTH, from, zone()));
        case WEEK -> go(Period.around(Period.Kind.WEEK, from, zone()));
        case DAY -> go(Period.around(Period.Kind.DAY, from, zone()));
        case HOUR -> {
        }
      }
    });
  }

  /// Opens a day of the period.
  ///
  /// @param day counted from its first, 0
  public void openDay(int day) {
    go(new Period(Period.Kind.DAY, period.get().first().plusDays(day)));
  }

  /// From a day to its month, from a month to its year, from a year to everything.
  public void up() {
    period.get().above().ifPresent(kind -> {
      Instant start = period.get().range(zone()).from();
      go(kind == Period.Kind.ALL
          ? Preset.everything(meters.get(), clock.instant(), zone())
          : Period.around(kind, start, zone()));
    });
  }

  /// Goes to a period.
  public void go(Period wanted) {
    periodChosen = true;
    change(now -> now.withPeriod(wanted));
  }

  public void view(ChartKind kind) {
    change(now -> now.withKind(kind));
  }

  /// @param unit empty = buckets follow the period
  public void buckets(Optional<BucketUnit> unit) {
    change(now -> now.withUnit(unit));
  }

  public void compare(Compare compare) {
    change(now -> now.withCompare(compare));
  }

  public void phases(boolean apart) {
    hidden.clear();
    change(now -> now.withPhases(apart));
  }

  public void marks(boolean shown) {
    change(now -> now.withMarks(shown));
  }

  /// Hides a meter or phase, or shows it again. The last one stays.
  public void toggle(String name) {
    if (!hidden.remove(name) && hidden.size() + 1 < legendSize())
      hidden.add(name);
    publish();
  }

  /// Shows only one meter or phase; if it is the only one already, all again.
  public void isolate(String name) {
    Set<String> others = new LinkedHashSet<>();
    content.get().ifPresent(shown -> shown.legend().forEach(entry -> others.add(entry.name())));
    others.remove(name);
    boolean alone = hidden.containsAll(others) && !hidden.contains(name);
    hidden.clear();
    if (!alone)
      hidden.addAll(others);
    publish();
  }

  /// Reads again what is shown.
  public void reload() {
    load();
  }

  public ReadOnlyObjectProperty<ChartChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Period> periodProperty() {
    return period.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ChartsContent>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<MeterRow>> metersProperty() {
    return meters.getReadOnlyProperty();
  }

  /// Whether the period holds the present, so that there is no next one.
  public ReadOnlyBooleanProperty newestProperty() {
    return newest.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The larger periods the shown one lies in, largest first, and itself.
  public List<Period> path() {
    List<Period> path = new ArrayList<>(List.of(period.get()));
    Optional<Period.Kind> above = period.get().above();
    while (above.isPresent() && above.get() != Period.Kind.ALL) {
      Period larger = Period.around(above.get(), path.getFirst().range(zone()).from(), zone());
      path.addFirst(larger);
      above = larger.above();
    }
    return path;
  }

  /// The zone whose days are counted.
  public ZoneId zone() {
    return meters.get().isEmpty() ? zone : meters.get().getFirst().zone();
  }

  private void change(UnaryOperator<ChartChoice> change) {
    ChartChoice wanted = change.apply(choice.get());
    if (wanted.equals(choice.get()))
      return;
    set(wanted);
    load();
  }

  private void set(ChartChoice wanted) {
    choice.set(wanted);
    period.set(wanted.period());
  }

  private int legendSize() {
    return content.get().map(shown -> shown.legend().size()).orElse(0);
  }

  private Optional<Instant> lastReading() {
    return lastReadings().max(Comparator.naturalOrder());
  }

  private Stream<Instant> lastReadings() {
    return meters.get().stream().flatMap(meter -> meter.lastMeasuredAt().stream());
  }

  private void load() {
    if (loading.get())
      working.forEach(Tasks.Handle::cancel);
    working.clear();
    ChartChoice wanted = choice.get();
    List<MeterRow> chosen = meters.get();
    ZoneId days = zone();
    newest.set(wanted.period().range(days).to().isAfter(clock.instant()));
    int question = ++asked;
    if (chosen.isEmpty()) {
      loading.set(false);
      content.set(Optional.empty());
      return;
    }
    loading.set(true);
    working.add(tasks.run(messages.text("task.charts"),
        progress -> review.facts(wanted, chosen, days, clock.instant(), progress), found -> {
          if (question == asked)
            loaded(found, chosen, question);
        }, failure -> failed(question, failure)));
  }

  private void loaded(ChartFacts found, List<MeterRow> chosen, int question) {
    facts = Optional.of(found);
    hours = Optional.empty();
    problem.set("");
    publish();
    working.add(tasks.run(messages.text("task.hours"), progress -> review.hours(found, chosen, progress), more -> {
      if (question != asked)
        return;
      hours = Optional.of(more);
      loading.set(false);
      publish();
    }, failure -> failed(question, failure)));
  }

  private void failed(int question, Throwable failure) {
    if (question != asked)
      return;
    loading.set(false);
    problem.set(messages.text("charts.load-failed", String.valueOf(failure.getMessage())));
  }

  private void publish() {
    if (!meters.get().isEmpty())
      content.set(facts.map(found -> maker.content(found, hours, meters.get(), hidden, prices)));
  }
}
