package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HourGridTest {
  /// Half-hour zones, a half-hour change (Lord Howe), a skipped day (Apia), none at all.
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
      "Pacific/Apia",
      "America/St_Johns", "Africa/Casablanca", "+05:45"})
  void hoursAreThoseOfTheCalendar(String name) {
    ZoneId zone = ZoneId.of(name);
    var grid = new HourGrid(zone);
    var random = new SplittableRandom(name.hashCode());
    long at = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 40_000; i++) {
      at = i % 50 == 0
          ? random.nextLong(Instant.parse("2005-01-01T00:00:00Z").toEpochMilli(),
              Instant.parse("2035-01-01T00:00:00Z").toEpochMilli())
          : at + random.nextLong(2 * 3_600_000);
      Instant floor = BucketUnit.HOUR.floor(Instant.ofEpochMilli(at), zone);
      assertEquals(floor, Instant.ofEpochMilli(grid.floor(at)));
      assertEquals(BucketUnit.HOUR.next(floor, zone), Instant.ofEpochMilli(grid.next(at)), () -> floor.toString());
    }
  }
}
