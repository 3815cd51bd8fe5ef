package org.semcollector.app.wiring;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartQuery;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyPart;
import org.semcollector.app.chart.EnergyShares;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.Period;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One energy, wherever it is shown: collected over sockets into a real database, then asked for in every way.
class OneNumberIT {
  @TempDir
  Path data;

  @Test
  void yearMonthDayFileAndPictureShowTheSameEnergy() throws Exception {
    var sem = new Sem(data);
    try (SiteFixture site = SiteFixture.start(3)) {
      sem.run("collect", "--url", site.url(2), "--ssid", site.ssid(2).value(), "--erase", "never").ends(0);
      sem.run("meter", "set", "--meter", site.ssid(2).value(), "--energy-factor", "2.04").ends(0);
    }
    same(sem);
    sem.run("rebuild").ends(0);
    same(sem);
    sem.run("meter", "set", "--meter", sem.run("meters", "--json").list("meters").getFirst().text("ssid"), "--zone",
        "Asia/Kolkata").ends(0);
    same(sem);
  }

  private void same(Sem sem) throws Exception {
    try (var services = AppServices.open(new SystemFacts(Sem.CLOCK, Sem.BERLIN, Locale.UK, Map.of(), "Linux", data),
        Optional.of(data), false)) {
      MeterRow meter = services.meters().meters().getFirst();
      ZoneId zone = meter.zone();
      YearMonth month = YearMonth.from(meter.lastMeasuredAt().orElseThrow().atZone(zone));
      var query = new ChartQuery(services.buckets());
      MeterBuckets days = one(query, meter, Period.Kind.MONTH, month.atDay(1));
      double energy = days.energyKwh();
      assertTrue(energy > 1);
      EnergyBars picture = EnergyBars.of(BucketUnit.DAY, List.of(days), new ChartLabels(zone, Locale.UK));
      assertEquals(energy, picture.totalKwh());
      double ofHours = 0;
      for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
        double dayView = one(query, meter, Period.Kind.DAY, day).energyKwh();
        assertEquals(days.buckets().get(day.getDayOfMonth() - 1).energyKwh(), dayView, day.toString());
        ofHours += dayView;
      }
      assertEquals(energy, ofHours);
      MeterBuckets year = one(query, meter, Period.Kind.YEAR, month.atDay(1));
      assertEquals(energy, year.buckets().get(month.getMonthValue() - 1).energyKwh());
      assertEquals(2.04 * energy, days.scaledEnergyKwh().orElseThrow(), 1e-12);
      assertEquals(energy, file(sem, meter, month, "hour"));
      assertEquals(energy, file(sem, meter, month, "month"));
      shares(sem, services, meter, days, month);
      ofReadings(services, meter, one(query, meter, Period.Kind.YEAR, month.atDay(1)));
    }
  }

  /// The ring, its numbers and any other days that it is asked for.
  private static void shares(Sem sem, AppServices services, MeterRow meter, MeterBuckets days, YearMonth month)
      throws Exception {
    var shares = new EnergyShares(services.buckets());
    for (int first = 0; first < month.lengthOfMonth(); first += 4) {
      LocalDate from = month.atDay(1).plusDays(first);
      for (int count : new int[]{1, month.lengthOfMonth() - first}) {
        double sum = days.buckets().stream().skip(first).limit(count).mapToDouble(Bucket::energyKwh).sum();
        assertEquals(sum, shares.of(List.of(meter), from, from.plusDays(count), Sem.CLOCK.instant()).getFirst()
            .energyKwh(), from + ", " + count + " days");
      }
    }
    EnergyPart whole = shares.of(List.of(meter), month.atDay(1), month.plusMonths(1).atDay(1), Sem.CLOCK.instant())
        .getFirst();
    assertEquals(days.energyKwh(), whole.energyKwh());
    assertEquals(EnergyPart.of(days), whole, "coverage and factor too");
    Document row = sem.run("chart", "--meter", meter.ssid().value(), "--view", "share", "--from",
        month.atDay(1).toString(), "--to", month.plusMonths(1).atDay(1).toString(), "--json").ends(0).list("tables")
        .getFirst().list("rows").getFirst();
    assertEquals(days.energyKwh(), ((Number) row.get("energyKwh")).doubleValue());
    assertEquals(2.04 * days.energyKwh(), ((Number) row.get("scaledEnergyKwh")).doubleValue(), 1e-12);
  }

  private static MeterBuckets one(ChartQuery query, MeterRow meter, Period.Kind kind, LocalDate day) throws Exception {
    var period = new Period(kind, day);
    return query.buckets(List.of(meter), kind.buckets(), period.range(meter.zone()), meter.zone(), Sem.CLOCK.instant())
        .getFirst();
  }

  private static double file(Sem sem, MeterRow meter, YearMonth month, String bucket) {
    List<String> rows = sem.run("export", "--meter", meter.ssid().value(), "--bucket", bucket, "--from",
        month.atDay(1).toString(), "--to", month.plusMonths(1).atDay(1).toString(), "--zone", meter.zone().getId())
        .ends(0).lines();
    int column = List.of(rows.getFirst().split(",")).indexOf("energyKwh");
    BigDecimal sum = BigDecimal.ZERO;
    for (String row : rows.subList(1, rows.size())) {
      String cell = row.split(",", -1)[column];
      sum = sum.add(cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell));
    }
    return sum.doubleValue();
  }

  /// What the meter sent, however it was apportioned; the smallest share counted is 2⁻³⁶ kWh.
  private static void ofReadings(AppServices services, MeterRow meter, MeterBuckets year) throws Exception {
    var sum = new double[1];
    var range = new Range(year.buckets().getFirst().from(), year.buckets().getLast().to());
    services.readings().forEach(meter.ssid(), range, reading -> sum[0] += reading.period() == SavePeriod.HOUR
        ? reading.raw().intervalEnergyKwh()
        : 0);
    assertEquals(sum[0], year.energyKwh(), 1e-8);
  }
}
