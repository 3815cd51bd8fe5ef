package org.semcollector.app.export;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.Rollups;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
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
    assertEquals(List.of(BucketExport.COLUMNS.toString().replace(" ", "").replace("[", "").replace("]", ""),
        "SEM-24:6f:28:00:00:01,2026-01-15T11:00:00+01:00,2026-01-15T12:00:00+01:00,0.5,1.0,1,230.0,2.5,600.0"),
        csv(List.of(hour(end)), BucketUnit.HOUR, BERLIN, new Range(end.minusSeconds(3600), end)));
  }

  @Test
  void aGapHasNoEnergyAndIsNotZero() {
    Instant end = Instant.parse("2026-01-15T11:00:00Z");
    List<String> rows = csv(List.of(hour(end), hour(end.plusSeconds(7200))), BucketUnit.HOUR, ZoneOffset.UTC,
        new Range(end.minusSeconds(3600), end.plusSeconds(7200)));
    assertEquals("SEM-24:6f:28:00:00:01,2026-01-15T11:00:00Z,2026-01-15T12:00:00Z,,0.0,0,,,", rows.get(2));
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
    return rows.getLast();
  }

  /// Half a kilowatt-hour in the hour before an instant.
  private static StoredReading hour(Instant end) {
    return new StoredReading(end.getEpochSecond(), METER, end.getEpochSecond(),
        new Reading(1, 600, 600, 2.5f, 230, 0.5f, end.toEpochMilli()), SavePeriod.HOUR,
        new CorrectedTime(end, end, end, Why.CLOCK_SET));
  }

  private static List<String> csv(List<StoredReading> readings, BucketUnit unit, ZoneId zone, Range range) {
    List<Bucket> buckets = Rollups.of(readings, zone, unit, range);
    var text = new StringWriter();
    var writer = new CsvWriter(new PrintWriter(text));
    writer.begin(BucketExport.COLUMNS);
    BucketExport.write(METER.value(), buckets, zone, writer);
    writer.end();
    return text.toString().lines().toList();
  }
}
