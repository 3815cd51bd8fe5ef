package org.semcollector.app.analysis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Heat-map, load-duration and mean day.
class SeriesViewsTest {
  private static final double GAP = Double.NaN;

  @Test
  void loadDurationSortsFullHours() {
    // 300 W, gap, 100 W, 200 W -> 300 until 1 h, 200 until 2 h, 100 until 3 h
    LoadDuration curve = LoadDuration.of(Hours.from("2026-06-10", ZoneOffset.UTC, 0.3, GAP, 0.1, 0.2));
    assertEquals(List.of(300L, 200L, 100L), curve.steps().stream().map(step -> Math.round(step.powerW())).toList());
    assertEquals(List.of(1L, 2L, 3L), curve.steps().stream().map(step -> step.until().toHours()).toList());
    assertEquals(new Basis(Duration.ofHours(4), Duration.ofHours(3)), curve.basis());
    assertEquals(300, curve.exceededDuring(0.2).orElseThrow(), 1e-9);
    assertEquals(200, curve.exceededDuring(0.5).orElseThrow(), 1e-9);
    assertEquals(100, curve.exceededDuring(1).orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.empty(), LoadDuration.of(List.of()).exceededDuring(0.5));
  }

  @Test
  void theHeatMapKnowsSkippedAndDoubledHours() {
    // 29 March 2026: clocks go from 02:00 to 03:00, 23 hours
    HeatMap<LocalDate> spring = HeatMap
        .byDay(Hours.all(BucketUnit.HOUR, "2026-03-29", "2026-03-30", Hours.BERLIN, 0.5), Hours.BERLIN);
    List<HeatMap.Cell> cells = spring.rows().getFirst().cells();
    assertFalse(cells.get(2).exists());
    assertEquals(23, cells.stream().filter(HeatMap.Cell::exists).count());
    // 25 October 2026: 02:00 comes twice; 0.5 kWh + 0.5 kWh in 2 h are 500 W, not 1000
    HeatMap<LocalDate> autumn = HeatMap
        .byDay(Hours.all(BucketUnit.HOUR, "2026-10-25", "2026-10-26", Hours.BERLIN, 0.5), Hours.BERLIN);
    HeatMap.Cell doubled = autumn.rows().getFirst().cells().get(2);
    assertEquals(1.0, doubled.energyKwh(), 1e-12);
    assertEquals(Duration.ofHours(2), doubled.basis().asked());
    assertEquals(500, doubled.meanPowerW().orElseThrow(), 1e-9);
    assertEquals(Duration.ofHours(25), autumn.basis().asked());
  }

  @Test
  void aHeatMapTellsGapsFromZeroAndFromOutside() {
    HeatMap<LocalDate> map = HeatMap.byDay(Hours.from("2026-06-10", ZoneOffset.UTC, 0, GAP, 1), ZoneOffset.UTC);
    List<HeatMap.Cell> cells = map.rows().getFirst().cells();
    assertEquals(OptionalDouble.of(0), cells.get(0).meanPowerW());
    assertTrue(cells.get(1).exists() && cells.get(1).meanPowerW().isEmpty());
    assertFalse(cells.get(3).exists());
    assertEquals(1000, map.maxPowerW().orElseThrow(), 1e-9);
    assertEquals(List.of(), HeatMap.byDay(List.of(), ZoneOffset.UTC).rows());
  }

  @Test
  void weekdaysAreAddedUpOverWeeks() {
    // Wednesday 10 and 17 June at 00:00: 0.2 and 0.6 kWh -> 400 W; everything else a gap
    var kwh = new double[24 * 7 + 1];
    java.util.Arrays.fill(kwh, GAP);
    kwh[0] = 0.2;
    kwh[24 * 7] = 0.6;
    HeatMap<DayOfWeek> map = HeatMap.byWeekday(Hours.from("2026-06-10", ZoneOffset.UTC, kwh), ZoneOffset.UTC);
    assertEquals(List.of(DayOfWeek.values()), map.rows().stream().map(HeatMap.Row::day).toList());
    HeatMap.Cell cell = map.rows().get(2).cells().getFirst();
    assertEquals(400, cell.meanPowerW().orElseThrow(), 1e-9);
    assertEquals(new Basis(Duration.ofHours(2), Duration.ofHours(2)), cell.basis());
  }

  @Test
  void halfHourZonesHaveTheirOwnHours() {
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    HeatMap<LocalDate> map = HeatMap.byDay(Hours.all(BucketUnit.HOUR, "2026-06-10", "2026-06-12", kolkata, 1), kolkata);
    assertEquals(2, map.rows().size());
    assertTrue(map.rows().stream().flatMap(row -> row.cells().stream()).allMatch(HeatMap.Cell::exists));
    // Lord Howe Island: on 4 October 2026 clocks go from 02:00 to 02:30
    ZoneId howe = ZoneId.of("Australia/Lord_Howe");
    HeatMap.Cell half = HeatMap.byDay(Hours.all(BucketUnit.HOUR, "2026-10-04", "2026-10-05", howe, 0.5), howe).rows()
        .getFirst().cells().get(2);
    // 0.5 kWh in half an hour
    assertEquals(Duration.ofMinutes(30), half.basis().asked());
    assertEquals(1000, half.meanPowerW().orElseThrow(), 1e-9);
  }

  @Test
  void theMeanDayLeavesOutWhatIsNotMeasured() {
    // 00:00 of three days: 100 W, a gap, 300 W -> 200 W; 10 % and 90 % between the two: 120 and 280 W
    var kwh = new double[49];
    java.util.Arrays.fill(kwh, GAP);
    kwh[0] = 0.1;
    kwh[48] = 0.3;
    DailyProfile profile = DailyProfile.of(Hours.from("2026-06-10", ZoneOffset.UTC, kwh), ZoneOffset.UTC,
        Set.of(DayOfWeek.values()));
    DailyProfile.Hour midnight = profile.hours().getFirst();
    assertEquals(200, midnight.meanPowerW().orElseThrow(), 1e-9);
    assertEquals(120, midnight.lowPowerW().orElseThrow(), 1e-9);
    assertEquals(280, midnight.highPowerW().orElseThrow(), 1e-9);
    assertEquals(2, midnight.days());
    assertEquals(OptionalDouble.empty(), profile.hours().get(1).meanPowerW());
    assertEquals(new Basis(Duration.ofHours(49), Duration.ofHours(2)), profile.basis());
  }

  @Test
  void weekendsAreThoseOfTheCountry() {
    // Friday 12 June 1 kWh an hour, Saturday 13 June 2 kWh
    List<Bucket> hours = new java.util.ArrayList<>(
        Hours.all(BucketUnit.HOUR, "2026-06-12", "2026-06-13", ZoneOffset.UTC, 1));
    hours.addAll(Hours.all(BucketUnit.HOUR, "2026-06-13", "2026-06-14", ZoneOffset.UTC, 2));
    var europe = DailyProfile.split(hours, ZoneOffset.UTC, DailyProfile.WEEKEND);
    assertEquals(1000, europe.weekdays().hours().get(5).meanPowerW().orElseThrow(), 1e-9);
    assertEquals(2000, europe.weekends().hours().get(5).meanPowerW().orElseThrow(), 1e-9);
    assertEquals(1500, europe.all().hours().get(5).meanPowerW().orElseThrow(), 1e-9);
    var iran = DailyProfile.split(hours, ZoneOffset.UTC, Set.of(DayOfWeek.FRIDAY));
    assertEquals(1000, iran.weekends().hours().get(5).meanPowerW().orElseThrow(), 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostInAnyView(int seed) {
    // through both clock changes of the year
    String start = seed % 2 == 0 ? "2026-03-15" : "2026-10-11";
    List<Bucket> hours = Hours.random(seed, start, Hours.BERLIN, 24 * 28);
    double total = hours.stream().mapToDouble(Bucket::energyKwh).sum();
    HeatMap<LocalDate> days = HeatMap.byDay(hours, Hours.BERLIN);
    HeatMap<DayOfWeek> week = HeatMap.byWeekday(hours, Hours.BERLIN);
    assertEquals(total, sum(days), 1e-9);
    assertEquals(total, sum(week), 1e-9);
    assertEquals(days.basis(), week.basis());
    assertEquals(days.basis().asked(), week.rows().stream().flatMap(row -> row.cells().stream())
        .map(cell -> cell.basis().asked()).reduce(Duration.ZERO, Duration::plus));
    LoadDuration curve = LoadDuration.of(hours);
    KeyFigures figures = KeyFigures.of(hours);
    assertEquals(figures.peak().orElseThrow().powerW(), curve.steps().getFirst().powerW());
    assertEquals(curve.exceededDuring(1).orElseThrow(), curve.steps().getLast().powerW());
    for (int i = 1; i < curve.steps().size(); i++)
      assertTrue(curve.steps().get(i - 1).powerW() >= curve.steps().get(i).powerW());
    var split = DailyProfile.split(hours, Hours.BERLIN, DailyProfile.WEEKEND);
    for (int hour = 0; hour < 24; hour++) {
      DailyProfile.Hour all = split.all().hours().get(hour);
      assertEquals(all.days(), split.weekdays().hours().get(hour).days() + split.weekends().hours().get(hour).days());
      assertTrue(all.lowPowerW().orElse(0) <= all.highPowerW().orElse(0));
    }
  }

  @Test
  void aCellCannotBeMeasuredLongerThanItLasts() {
    // covered a little longer than its length, as rounding may have it
    Instant start = Instant.parse("2026-06-10T00:00:00Z");
    Bucket hour = Hours.of(start, start.plusSeconds(3600), 1, 1.01, OptionalDouble.empty(), OptionalDouble.empty());
    assertEquals(1, Basis.of(List.of(hour)).share());
  }

  private static double sum(HeatMap<?> map) {
    return map.rows().stream().flatMap(row -> row.cells().stream()).mapToDouble(HeatMap.Cell::energyKwh).sum();
  }
}
