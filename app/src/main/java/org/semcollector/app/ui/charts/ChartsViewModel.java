package org.semcollector.app.ui.charts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartQuery;
import org.semcollector.app.chart.CurrentVoltageLines;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.Period;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// The charts of the chosen meters over one day, month or year.
public final class ChartsViewModel {
  private final ChartQuery query;
  private final Tasks tasks;
  private final Clock clock;
  private final ZoneId zone;
  private final Messages messages;
  private final Formats formats;
  private final ReadOnlyObjectWrapper<Period> period;
  private final ReadOnlyObjectWrapper<Optional<ChartsContent>> content = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<MeterRow>> meters = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper newest = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean periodChosen;
  private int asked;

  /// @param zone used while no meter is chosen; a meter's own zone wins
  public ChartsViewModel(BucketSource source, Tasks tasks, Clock clock, ZoneId zone, Messages messages,
      Formats formats) {
    query = new ChartQuery(source);
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    this.messages = messages;
    this.formats = formats;
    this.period = new ReadOnlyObjectWrapper<>(Period.around(Period.Kind.MONTH, clock.instant(), zone));
  }

  /// Shows these meters. Until somebody chose a period it is the month of their newest reading.
  public void show(List<MeterRow> chosen) {
    if (chosen.equals(meters.get()))
      return;
    meters.set(List.copyOf(chosen));
    if (!periodChosen)
      chosen.stream().flatMap(meter -> meter.lastMeasuredAt().stream()).max(Comparator.naturalOrder())
          .ifPresent(last -> period.set(Period.around(Period.Kind.MONTH, last, zone())));
    load();
  }

  public void previous() {
    go(period.get().previous());
  }

  public void next() {
    if (!newest.get())
      go(period.get().next());
  }

  /// Goes to the period that holds the present.
  public void now() {
    go(Period.around(period.get().kind(), clock.instant(), zone()));
  }

  /// Shows a day, month or year: the one around the newest reading of the period shown now, or around its start.
  public void choose(Period.Kind kind) {
    if (kind == period.get().kind())
      return;
    Instant start = period.get().range(zone()).from();
    Instant end = period.get().range(zone()).to();
    Instant around = meters.get().stream().flatMap(meter -> meter.lastMeasuredAt().stream())
        .filter(at -> !at.isBefore(start) && at.isBefore(end)).max(Comparator.naturalOrder()).orElse(start);
    go(Period.around(kind, around, zone()));
  }

  /// Opens a bar: a month of a year, a day of a month. An hour stays closed.
  public void open(int bar) {
    Optional<Instant> from = content.get().map(shown -> shown.bars().bars().get(bar).from());
    from.ifPresent(at -> {
      switch (period.get().kind()) {
        case YEAR -> go(Period.around(Period.Kind.MONTH, at, zone()));
        case MONTH, WEEK -> go(Period.around(Period.Kind.DAY, at, zone()));
        case DAY -> {
        }
      }
    });
  }

  /// From a day to its month, from a month to its year.
  public void up() {
    Instant start = period.get().range(zone()).from();
    switch (period.get().kind()) {
      case DAY, WEEK -> go(Period.around(Period.Kind.MONTH, start, zone()));
      case MONTH -> go(Period.around(Period.Kind.YEAR, start, zone()));
      case YEAR -> {
      }
    }
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

  private void go(Period wanted) {
    periodChosen = true;
    if (wanted.equals(period.get()))
      return;
    period.set(wanted);
    load();
  }

  private ZoneId zone() {
    return meters.get().isEmpty() ? zone : meters.get().getFirst().zone();
  }

  private void load() {
    Period wanted = period.get();
    List<MeterRow> chosen = meters.get();
    ChartLabels labels = new ChartLabels(zone(), formats.locale());
    newest.set(wanted.range(zone()).to().isAfter(clock.instant()));
    int question = ++asked;
    if (chosen.isEmpty()) {
      content.set(Optional.empty());
      return;
    }
    loading.set(true);
    tasks.run(messages.text("task.charts"), _ -> content(wanted, chosen, labels), answer -> {
      if (question == asked) {
        loading.set(false);
        problem.set("");
        content.set(Optional.of(answer));
      }
    }, failure -> {
      if (question == asked) {
        loading.set(false);
        problem.set(messages.text("charts.load-failed", String.valueOf(failure.getMessage())));
      }
    });
  }

  private ChartsContent content(Period wanted, List<MeterRow> chosen, ChartLabels labels) throws StoreException {
    Instant now = clock.instant();
    BucketUnit unit = wanted.kind().buckets();
    List<MeterBuckets> buckets = query.buckets(chosen, unit, wanted.range(labels.zone()), labels.zone(), now);
    EnergyBars bars = EnergyBars.of(unit, buckets, labels);
    return new ChartsContent(wanted, bars, ShareSlices.of(buckets, messages.text("chart.others")),
        buckets.stream().findFirst().map(first -> CurrentVoltageLines.of(unit, first, labels)),
        new Figures(messages, formats).of(bars, chosen, labels, now));
  }
}
