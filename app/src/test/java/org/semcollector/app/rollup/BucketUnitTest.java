package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BucketUnitTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      Europe/Berlin,       2026-03-29T12:00:00Z, 23
      Europe/Berlin,       2026-10-25T12:00:00Z, 25
      Europe/Berlin,       2026-07-01T12:00:00Z, 24
      Asia/Kolkata,        2026-07-01T12:00:00Z, 24
      America/Sao_Paulo,   2018-11-04T12:00:00Z, 23
      """)
  void aDayHasTheHoursOfItsZone(String zone, Instant at, int hours) {
    ZoneId id = ZoneId.of(zone);
    Instant start = BucketUnit.DAY.floor(at, id);
    Instant next = BucketUnit.DAY.next(start, id);
    assertEquals(Duration.ofHours(hours), Duration.between(start, next));
    var hoursOfDay = new ArrayList<Instant>();
    for (Instant hour = start; hour.isBefore(next); hour = BucketUnit.HOUR.next(hour, id)) {
      hoursOfDay.add(hour);
    }
    assertEquals(hours, hoursOfDay.size());
  }

  @Test
  void hoursOfHalfHourZonesStartAtTheHalfHourOfGreenwich() {
    assertEquals(Instant.parse("2026-07-01T11:30:00Z"),
        BucketUnit.HOUR.floor(Instant.parse("2026-07-01T12:29:59Z"), ZoneId.of("Asia/Kolkata")));
  }

  @ParameterizedTest
  @EnumSource(BucketUnit.class)
  void bucketsFollowEachOtherWithoutOverlapInEveryZone(BucketUnit unit) {
    List<String> hard = List.of("Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Africa/Casablanca",
        "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns", "Europe/Dublin", "Antarctica/Troll", "UTC");
    for (String zone : hard) {
      ZoneId id = ZoneId.of(zone);
      Instant bucket = unit.floor(Instant.parse("2011-12-01T00:00:00Z"), id);
      Instant end = Instant.parse("2013-01-05T00:00:00Z");
      while (bucket.isBefore(end)) {
        Instant next = unit.next(bucket, id);
        String where = unit + " of " + zone + " at " + bucket;
        assertTrue(next.isAfter(bucket), where);
        assertEquals(bucket, unit.floor(bucket, id), where);
        assertEquals(bucket, unit.floor(next.minusMillis(1), id), where);
        assertEquals(next, unit.floor(next, id), where);
        bucket = next;
      }
    }
  }
}
