package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.analysis.CalendarShift;
import org.semcollector.app.analysis.Power;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;

/// Fetches what the Charts screen shows. Asked to stop it returns what it has: nobody waits for that any more.
public final class ChartReview {
  /// More lines than this cannot be told apart.
  public static final int MOST_LINES = 8;
  /// How many channels a meter may have.
  private static final int CHANNELS = 3;

  private final BucketSource buckets;
  private final ReadingStore readings;
  private final MarkSource marks;
  private final Locale locale;

  public ChartReview(BucketSource buckets, ReadingStore readings, MarkSource marks, Locale locale) {
    this.buckets = buckets;
    this.readings = readings;
    this.marks = marks;
    this.locale = locale;
  }

  /// One line, or one part of each bar.
  private record Series(String name, MeterRow meter, OptionalInt channel) {}

  /// What the chosen view needs, but for the hours. Shares come without buckets: see [#complete].
  ///
  /// @param zone whose days are counted
  public ChartFacts facts(ChartChoice choice, List<MeterRow> meters, ZoneId zone, Instant now, Progress progress)
      throws StoreException {
    if (choice.kind() == ChartKind.SHARE)
      return new ChartFacts(choice, zone, now, List.of(), List.of(), Optional.empty(), List.of(),
          new EnergyShares(buckets).of(meters, choice.period().first(), choice.period().end(), now));
    Range range = choice.period().range(zone);
    List<Series> series = series(choice, meters);
    List<MeterBuckets> found = each(series, choice.buckets(), range, zone, now, progress);
    List<MeterBuckets> before = choice.kind().canCompare() ? before(choice, series, zone, now, progress) : List.of();
    Optional<LinePanels> lines = choice.kind().needsReadings()
        ? Optional.of(lines(choice.kind(), series, range, progress))
        : Optional.empty();
    return new ChartFacts(choice, zone, now, withoutUnused(found, choice), before, lines,
        choice.marks() && choice.kind().hasMarks() ? marks(meters, range, progress) : List.of(), List.of());
  }

  /// With the buckets, where they were left out.
  public ChartFacts complete(ChartFacts facts, List<MeterRow> meters, Progress progress) throws StoreException {
    if (!facts.series().isEmpty())
      return facts;
    ChartChoice choice = facts.choice();
    List<MeterBuckets> found = each(series(choice, meters), choice.buckets(), choice.period().range(facts.zone()),
        facts.zone(), facts.now(), progress);
    return new ChartFacts(choice, facts.zone(), facts.now(), found, facts.before(), facts.lines(), facts.marks(),
        facts.shares());
  }

  /// The hours of the chosen time.
  public ChartFacts.Hours hours(ChartFacts facts, List<MeterRow> meters, Progress progress) throws StoreException {
    Range range = facts.choice().period().range(facts.zone());
    List<Series> series = series(facts.choice(), meters);
    BucketSum total = new BucketSum();
    BucketSum scaled = new BucketSum();
    boolean factors = facts.series().stream().anyMatch(one -> one.energyFactor().isPresent());
    List<MeterBuckets> each = new ArrayList<>();
    for (Series one : series) {
      if (progress.cancelled())
        break;
      MeterBuckets hours = fetch(one, BucketUnit.HOUR, range, facts.zone(), facts.now());
      total.add(hours.buckets());
      if (factors)
        scaled.add(hours.scaledBuckets());
      if (series.size() <= MOST_LINES)
        each.add(new MeterBuckets(hours.meter(), Power.begun(hours.buckets(), facts.now()), hours.known(),
            hours.energyFactor()));
    }
    return new ChartFacts.Hours(Power.begun(total.buckets(), facts.now()),
        factors ? Optional.of(Power.begun(scaled.buckets(), facts.now())) : Optional.empty(),
        withoutUnused(each, facts.choice()));
  }

  /// How far back the compared time lies.
  public static CalendarShift shift(ChartChoice choice) {
    Period period = choice.period();
    if (choice.compare() == ChartChoice.Compare.YEAR_BEFORE)
      return choice.buckets() == BucketUnit.WEEK ? CalendarShift.YEAR_BY_WEEKDAY : CalendarShift.YEAR;
    return CalendarShift.previous(period.first(), period.end());
  }

  private List<MeterBuckets> before(ChartChoice choice, List<Series> series, ZoneId zone, Instant now,
      Progress progress) throws StoreException {
    if (choice.compare() == ChartChoice.Compare.NONE)
      return List.of();
    CalendarShift shift = shift(choice);
    LocalDate first = shift.boundary(choice.period().first());
    LocalDate end = shift.boundary(choice.period().end());
    Range range = new Range(first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    return each(series, choice.buckets(), range, zone, now, progress);
  }

  private List<MeterBuckets> each(List<Series> series, BucketUnit unit, Range range, ZoneId zone, Instant now,
      Progress progress) throws StoreException {
    List<MeterBuckets> found = new ArrayList<>();
    for (Series one : series) {
      if (progress.cancelled())
        break;
      found.add(fetch(one, unit, range, zone, now));
      progress.at(found.size(), series.size());
    }
    return found;
  }

  private MeterBuckets fetch(Series one, BucketUnit unit, Range range, ZoneId zone, Instant now)
      throws StoreException {
    List<Bucket> found = buckets.buckets(one.meter().ssid(), one.channel(), unit, range, zone);
    // the ledger is only asked where there is something to explain
    List<Gap> gaps = found.stream().anyMatch(Bucket::isGap) ? marks.gaps(one.meter(), range) : List.of();
    return new MeterBuckets(one.name(), found,
        new GapCause.Known(one.meter().firstMeasuredAt(), one.meter().lastMeasuredAt(), now, gaps),
        buckets.energyFactor(one.meter().ssid()));
  }

  private LinePanels lines(ChartKind kind, List<Series> series, Range range, Progress progress) throws StoreException {
    LineBuilder lines = new LineBuilder(kind == ChartKind.POWER
        ? List.of(Quantity.POWER, Quantity.POWER_FACTOR)
        : List.of(Quantity.VOLTAGE, Quantity.CURRENT));
    for (int i = 0; i < Math.min(MOST_LINES, series.size()) && !progress.cancelled(); i++) {
      Series one = series.get(i);
      LineBuilder.Line line = lines.begin(one.name(), i);
      readings.forEach(one.meter().ssid(), range, reading -> {
        if (one.channel().isEmpty() || one.channel().getAsInt() == reading.raw().channel())
          line.add(reading);
      });
    }
    return lines.panels(range.from(), range.to(), locale);
  }

  private List<Mark> marks(List<MeterRow> meters, Range range, Progress progress) throws StoreException {
    List<Mark> found = new ArrayList<>();
    for (MeterRow meter : meters.subList(0, Math.min(MOST_LINES, meters.size()))) {
      if (!progress.cancelled())
        found.addAll(marks.marks(meter, range));
    }
    return found;
  }

  private static List<Series> series(ChartChoice choice, List<MeterRow> meters) {
    List<Series> series = new ArrayList<>();
    for (MeterRow meter : meters) {
      if (!choice.phases() || !choice.kind().canSplit()) {
        series.add(new Series(meter.name(), meter, OptionalInt.empty()));
        continue;
      }
      for (int channel = 1; channel <= CHANNELS; channel++)
        series.add(new Series(meters.size() == 1 ? "L" + channel : meter.name() + " L" + channel, meter,
            OptionalInt.of(channel)));
    }
    return series;
  }

  /// Channels that a meter does not have stay away; one stays in any case.
  private static List<MeterBuckets> withoutUnused(List<MeterBuckets> series, ChartChoice choice) {
    if (!choice.phases() || !choice.kind().canSplit())
      return series;
    List<MeterBuckets> used = series.stream().filter(one -> one.buckets().stream().anyMatch(b -> !b.isGap())).toList();
    return used.isEmpty() ? series.subList(0, Math.min(1, series.size())) : used;
  }
}
