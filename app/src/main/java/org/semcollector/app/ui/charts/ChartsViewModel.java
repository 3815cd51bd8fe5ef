package org.semcollector.app.ui.charts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartChoice.Compare;
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

/// The charts of the chosen meters over a period.
public final class ChartsViewModel {
  private final Clock clock;
  private final ZoneId zone;
  private final ContentMaker maker;
  private final ChartLoading loading;
  private final HiddenSeries hidden = new HiddenSeries();
  private final ReadOnlyObjectWrapper<ChartChoice> choice;
  private final ReadOnlyObjectWrapper<Period> period;
  private final ReadOnlyObjectWrapper<Optional<ChartsContent>> content = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<MeterRow>> meters = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper newest = new ReadOnlyBooleanWrapper(true);
  private EnergySettings prices = EnergySettings.NONE;
  private boolean periodChosen;

  /// @param zone used while no meter is chosen; a meter's own zone wins
  public ChartsViewModel(ChartReview review, Tasks tasks, Clock clock, ZoneId zone, Messages messages,
      Formats formats) {
    this.clock = clock;
    this.zone = zone;
    this.maker = new ContentMaker(messages, formats);
    this.loading = new ChartLoading(review, tasks, clock, messages, this::publish);
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
      steps().lastReading()
          .ifPresent(last -> set(choice.get().withPeriod(Period.around(Period.Kind.MONTH, last, zone()))));
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
    go(steps().present());
  }

  /// Goes to the period that holds the newest reading.
  public void newestReading() {
    steps().newestReading().ifPresent(this::go);
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
    if (kind != period.get().kind())
      go(steps().around(kind));
  }

  /// Opens a bar: a year, a month, a week, a day. An hour stays closed.
  public void open(int bar) {
    content.get().flatMap(shown -> steps().inside(choice.get().buckets(), shown.bars().bars().get(bar).from()))
        .ifPresent(this::go);
  }

  /// Opens a day of the period.
  ///
  /// @param day counted from its first, 0
  public void openDay(int day) {
    go(new Period(Period.Kind.DAY, period.get().first().plusDays(day)));
  }

  /// From a day to its month, from a month to its year, from a year to everything.
  public void up() {
    steps().above().ifPresent(this::go);
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
    hidden.toggle(name, legend().size());
    publish();
  }

  /// Shows only one meter or phase; if it is the only one already, all again.
  public void isolate(String name) {
    hidden.isolate(name, legend());
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
    return loading.loadingProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return loading.problemProperty();
  }

  /// The larger periods the shown one lies in, largest first, and itself.
  public List<Period> path() {
    return steps().path();
  }

  /// The zone whose days are counted.
  public ZoneId zone() {
    return meters.get().isEmpty() ? zone : meters.get().getFirst().zone();
  }

  private PeriodSteps steps() {
    return new PeriodSteps(period.get(), meters.get(), clock.instant(), zone());
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

  private List<String> legend() {
    return content.get().map(shown -> shown.legend().stream().map(ChartsContent.LegendEntry::name).toList())
        .orElse(List.of());
  }

  private void load() {
    newest.set(steps().isNewest());
    if (meters.get().isEmpty()) {
      loading.clear();
      content.set(Optional.empty());
      return;
    }
    loading.load(choice.get(), meters.get(), zone());
  }

  private void publish() {
    if (!meters.get().isEmpty())
      content.set(loading.facts()
          .map(found -> maker.content(found, loading.hours(), meters.get(), hidden.names(), prices)));
  }
}
