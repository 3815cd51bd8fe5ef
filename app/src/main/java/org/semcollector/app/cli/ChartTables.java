package org.semcollector.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.Basis;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.HeatMap;
import org.semcollector.app.analysis.LoadDuration;
import org.semcollector.app.analysis.Shares;
import org.semcollector.app.chart.EnergyPart;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.cli.ChartTable.Cell;
import org.semcollector.app.cli.ChartTable.Column;
import org.semcollector.app.rollup.Bucket;

/// The numbers behind each chart.
///
/// @param zone whose hours and days are counted
record ChartTables(ZoneId zone) {
  private static final double[] SHARES = {0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};

  ChartTable energy(MeterBuckets meter) {
    List<List<Cell>> rows = new ArrayList<>();
    boolean scaled = meter.energyFactor().isPresent();
    for (Bucket bucket : meter.buckets()) {
      List<Cell> cells = new ArrayList<>(List.of(time(bucket.from()), time(bucket.to()), energy(bucket)));
      if (scaled)
        cells.add(bucket.isGap() ? new Cell.Gap() : Cell.of(meter.scaledKwh(bucket.energyKwh())));
      cells.addAll(List.of(new Cell.Amount(bucket.coverage()), Cell.of(bucket.meanPowerW())));
      rows.add(cells);
    }
    List<Column> columns = new ArrayList<>(List.of(new Column("from", 0), new Column("to", 0),
        new Column("energyKwh", 3)));
    if (scaled)
      columns.add(new Column("scaledEnergyKwh", 3));
    columns.addAll(List.of(new Column("coverage", 3), new Column("meanPowerW", 0)));
    return table(meter, rows, columns.toArray(Column[]::new));
  }

  ChartTable lines(MeterBuckets meter) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Bucket bucket : meter.buckets()) {
      rows.add(List.of(time(bucket.from()), time(bucket.to()), Cell.of(bucket.meanVoltageV()),
          Cell.of(bucket.meanCurrentA())));
    }
    return table(meter, rows, new Column("from", 0), new Column("to", 0), new Column("meanVoltageV", 1),
        new Column("meanCurrentA", 2));
  }

  /// @param parts the energy of each meter
  /// @param days the days of each meter, in the same order: they tell the shares where every one measured
  static ChartTable shares(List<EnergyPart> parts, List<MeterBuckets> days) {
    Shares alike = Shares.of(days.stream().map(meter -> new Shares.Series(meter.meter(), meter.buckets())).toList());
    ShareSlices slices = ShareSlices.of(parts, "");
    boolean scaled = slices.scaledKwh().isPresent();
    List<List<Cell>> rows = new ArrayList<>();
    for (ShareSlices.Slice slice : slices.ranking()) {
      boolean known = slice.coverage() > 0;
      List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(slice.name()), amount(known, slice.energyKwh()),
          amount(known, slice.share())));
      if (scaled)
        cells.addAll(List.of(amount(known, slice.scaledKwh().orElse(0)), amount(known, slice.scaledShare().orElse(0))));
      cells.addAll(List.of(amount(known, alike.parts().get(slice.series()).alikeShare()),
          new Cell.Amount(slice.coverage())));
      rows.add(cells);
    }
    List<Column> columns = new ArrayList<>(List.of(new Column("meter", 0), new Column("energyKwh", 3),
        new Column("share", 3)));
    if (scaled)
      columns.addAll(List.of(new Column("scaledEnergyKwh", 3), new Column("scaledShare", 3)));
    columns.addAll(List.of(new Column("shareWhereAllMeasured", 3), new Column("coverage", 3)));
    return new ChartTable("Shares", columns, rows, alike.basis());
  }

  private static Cell amount(boolean known, double value) {
    return known ? new Cell.Amount(value) : new Cell.Gap();
  }

  ChartTable heat(MeterBuckets meter) {
    return heat(meter, HeatMap.byDay(meter.buckets(), zone));
  }

  ChartTable week(MeterBuckets meter) {
    return heat(meter, HeatMap.byWeekday(meter.buckets(), zone));
  }

  private static ChartTable heat(MeterBuckets meter, HeatMap<?> map) {
    List<Column> columns = new ArrayList<>(List.of(new Column("day", 0)));
    for (int hour = 0; hour < HeatMap.HOURS; hour++)
      columns.add(new Column(String.format(Locale.ROOT, "%02d", hour), 0));
    List<List<Cell>> rows = new ArrayList<>();
    for (HeatMap.Row<?> row : map.rows()) {
      List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(row.day().toString())));
      row.cells().forEach(cell -> cells.add(cell.exists() ? Cell.of(cell.meanPowerW()) : new Cell.Nothing()));
      rows.add(cells);
    }
    return new ChartTable(meter.meter() + ", mean power in W by hour", columns, rows, map.basis());
  }

  static ChartTable duration(MeterBuckets meter) {
    LoadDuration curve = LoadDuration.of(meter.buckets());
    List<List<Cell>> rows = new ArrayList<>();
    for (double share : SHARES) {
      rows.add(List.of(new Cell.Amount(share * 100), new Cell.Amount(curve.length().toMinutes() / 60.0 * share),
          Cell.of(curve.exceededDuring(share))));
    }
    return new ChartTable(meter.meter(), List.of(new Column("percentOfTime", 0), new Column("hours", 1),
        new Column("atLeastPowerW", 0)), rows, curve.basis());
  }

  ChartTable profile(MeterBuckets meter) {
    DailyProfile.Split split = DailyProfile.split(meter.buckets(), zone, DailyProfile.WEEKEND);
    List<List<Cell>> rows = new ArrayList<>();
    for (int hour = 0; hour < HeatMap.HOURS; hour++) {
      rows.add(List.of(new Cell.Text(String.format(Locale.ROOT, "%02d:00", hour)),
          Cell.of(split.weekdays().hours().get(hour).meanPowerW()),
          Cell.of(split.weekdays().hours().get(hour).lowPowerW()),
          Cell.of(split.weekdays().hours().get(hour).highPowerW()),
          Cell.of(split.weekends().hours().get(hour).meanPowerW()),
          Cell.of(split.weekends().hours().get(hour).lowPowerW()),
          Cell.of(split.weekends().hours().get(hour).highPowerW())));
    }
    return new ChartTable(meter.meter(), List.of(new Column("hour", 0), new Column("weekdayMeanPowerW", 0),
        new Column("weekdayLowPowerW", 0), new Column("weekdayHighPowerW", 0), new Column("weekendMeanPowerW", 0),
        new Column("weekendLowPowerW", 0), new Column("weekendHighPowerW", 0)), rows, split.all().basis());
  }

  ChartTable compared(String meter, Comparison comparison) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison.Pair pair : comparison.pairs()) {
      rows.add(List.of(time(pair.now().from()), energy(pair.now()),
          pair.before().map(before -> time(before.from())).orElse(new Cell.Nothing()),
          pair.before().map(ChartTables::energy).orElse(new Cell.Nothing()), percent(pair.change())));
    }
    rows.add(List.of(new Cell.Text("alike"), new Cell.Amount(comparison.alikeKwh()), new Cell.Nothing(),
        new Cell.Amount(comparison.alikeBeforeKwh()), percent(comparison.change())));
    return new ChartTable(meter, List.of(new Column("from", 0), new Column("energyKwh", 3), new Column("before", 0),
        new Column("beforeKwh", 3), new Column("changePercent", 1)), rows, comparison.basis());
  }

  private static Cell percent(OptionalDouble change) {
    return change.isPresent() ? new Cell.Amount(change.getAsDouble() * 100) : new Cell.Gap();
  }

  private static Cell energy(Bucket bucket) {
    return bucket.isGap() ? new Cell.Gap() : new Cell.Amount(bucket.energyKwh());
  }

  private Cell time(Instant at) {
    return new Cell.Text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)));
  }

  private static ChartTable table(MeterBuckets meter, List<List<Cell>> rows, Column... columns) {
    return new ChartTable(meter.meter(), List.of(columns), rows, Basis.of(meter.buckets()));
  }
}
