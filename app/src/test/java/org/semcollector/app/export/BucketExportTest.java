package org.semcollector.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.Rollups;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BucketExportTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");

  @Test
  void anHourCarriesItsOffsetAndEverythingTheChartsShow() {
    Instant end = Instant.parse("2026-01-15T11:00:00Z");
    assertEquals(List.of("meter,from,to,energyKwh,coverage,readings,meanVoltageV,meanCurrentA,maxActivePowerW,name,ct,"
        + "unit,fromMillis,toMillis,zone,meanPowerW,minActivePowerW,meanActivePowerW,meanApparentPowerVa,powerFactor,"
        + "outageSeconds,uncertainFromSeconds,uncertainToSeconds,correction,energyFactor,scaledEnergyKwh",
        // 0.5 kWh in an hour are 500 W; 600 W by 600 VA; twice the energy by the factor
        "SEM-24:6f:28:00:00:01,2026-01-15T11:00:00+01:00,2026-01-15T12:00:00+01:00,0.5,1.0,1,230.0,2.5,600.0,Bakery,,"
            + "hour,1768471200000,1768474800000,Europe/Berlin,500.0,600.0,600.0,600.0,1.0,0.0,0.0,0.0,even/1,2.0,1.0"),
        csv(List.of(hour(end)), BucketUnit.HOUR, BERLIN, new Range(end.minusSeconds(3600), end)));
  }

  @Test
  void aGapHasNoEnergyAndIsNotZero() {
    Instant end = Instant.parse("2026-01-15T11:00:00Z");
    List<String> rows = csv(List.of(hour(end), hour(end.plusSeconds(7200))), BucketUnit.HOUR, ZoneOffset.UTC,
        new Range(end.minusSeconds(3600), end.plusSeconds(7200)));
    assertEquals("SEM-24:6f:28:00:00:01,2026-01-15T11:00:00Z,2026-01-15T12:00:00Z,,0.0,0,,,", first9(rows.get(2)));
    assertEquals("", rows.get(2).split(",", -1)[25]);
    assertEquals(4, rows.size());
  }

  @Test
  void daysOfTheClockChangesHave23And25Hours() {
    assertEquals(
        "SEM-24:6f:28:00:00:01,2026-03-29T00:00:00+01:00,2026-03-30T00:00:00+02:00,11.5,1.0,23,230.0,2.5,600.0",
        day(LocalDate.of(2026, 3, 29), 23));
    assertEquals(
        "SEM-24:6f:28:00:00:01,2026-10-25T00:00:00+02:00,2026-10-26T00:00:00+01:00,12.5,1.0,25,230.0,2.5,600.0",
        day(LocalDate.of(2026, 10, 25), 25));
  }

  @Test
  void theDoubledHourIsTwoRows() {
    Instant first = Instant.parse("2026-10-25T01:00:00Z");
    List<String> rows = csv(List.of(hour(first), hour(first.plusSeconds(3600))), BucketUnit.HOUR, BERLIN,
        new Range(first.minusSeconds(3600), first.plusSeconds(3600)));
    assertEquals(List.of("2026-10-25T02:00:00+02:00,2026-10-25T02:00:00+01:00",
        "2026-10-25T02:00:00+01:00,2026-10-25T03:00:00+01:00"),
        rows.stream().skip(1).map(row -> row.split(",", -1)[1] + "," + row.split(",", -1)[2]).toList());
  }

  private static String day(LocalDate date, int hours) {
    Instant start = date.atStartOfDay(BERLIN).toInstant();
    var readings = new ArrayList<StoredReading>();
    for (int i = 1; i <= hours; i++)
      readings.add(hour(start.plusSeconds(3600L * i)));
    List<String> rows = csv(readings, BucketUnit.DAY, BERLIN, new Range(start, start.plusSeconds(3600L * hours)));
    assertEquals(2, rows.size());
    return first9(rows.getLast());
  }

  @Test
  void askedToStopItAsksForNoMoreMetersAndLeavesTheTableUnfinished() throws Exception {
    var asked = new ArrayList<Integer>();
    var out = new ByteArrayOutputStream();
    Progress impatient = new Progress() {
      @Override
      public void at(long done, long total) {
        assertEquals(3, total);
      }

      @Override
      public boolean cancelled() {
        return asked.size() == 2;
      }
    };
    ExportedMeter meter = Exported.meter(METER, "Bakery", ZoneOffset.UTC, OptionalDouble.empty());
    Instant end = Instant.parse("2026-01-01T01:00:00Z");
    Rows rows = BucketExport.write(List.of(meter, meter, meter), List.of(OptionalInt.empty()), BucketUnit.HOUR,
        (place, _) -> {
          asked.add(place);
          return Rollups.of(List.of(hour(end)), ZoneOffset.UTC, BucketUnit.HOUR, Range.ALL);
        }, new CsvWriter(out, CsvStyle.RFC_4180), impatient);
    assertEquals(new Rows(2, false), rows);
    assertEquals(List.of(0, 1), asked);
  }

  /// Half a kilowatt-hour in the hour before an instant.
  private static StoredReading hour(Instant end) {
    return new StoredReading(end.getEpochSecond(), METER, end.getEpochSecond(),
        new Reading(1, 600, 600, 2.5f, 230, 0.5f, end.toEpochMilli()), SavePeriod.HOUR,
        new CorrectedTime(end, end, end, Why.CLOCK_SET));
  }

  private static String first9(String row) {
    return String.join(",", List.of(row.split(",", -1)).subList(0, 9));
  }

  private static List<String> csv(List<StoredReading> readings, BucketUnit unit, ZoneId zone, Range range) {
    List<Bucket> buckets = Rollups.of(readings, zone, unit, range);
    var out = new ByteArrayOutputStream();
    var writer = new CsvWriter(out, CsvStyle.RFC_4180);
    try {
      writer.begin(BucketExport.COLUMNS);
      BucketExport.write(Exported.meter(METER, "Bakery", zone, OptionalDouble.of(2)), OptionalInt.empty(), unit,
          buckets,
          writer);
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
