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
      assertHour(zone, grid, at);
    }
  }

  /// Around every change of a zone's clocks, walked over forwards and backwards by one grid.
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns",
      "America/Caracas", "Asia/Pyongyang"})
  void hoursAtAChangeOfTheClocksAreThoseOfTheCalendar(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant at = Instant.parse("2005-01-01T00:00:00Z");
    for (var change = zone.getRules().nextTransition(at); change != null
        && change.getInstant().isBefore(Instant.parse("2035-01-01T00:00:00Z")); change = zone.getRules()
            .nextTransition(change.getInstant())) {
      var grid = new HourGrid(zone);
      long[] around = {-7_200_000, -3_600_000, -1_800_001, -1_800_000, -1, 0, 1, 1_799_999, 1_800_000, 3_600_000,
          7_200_000};
      long millis = change.getInstant().toEpochMilli();
      for (long offset : around)
        assertHour(zone, grid, millis + offset);
      for (int i = around.length - 1; i >= 0; i--)
        assertHour(zone, grid, millis + around[i]);
      for (long offset : around)
        assertHour(zone, new HourGrid(zone), millis + offset);
    }
  }

  private static void assertHour(ZoneId zone, HourGrid grid, long at) {
    Instant floor = BucketUnit.HOUR.floor(Instant.ofEpochMilli(at), zone);
    assertEquals(floor, Instant.ofEpochMilli(grid.floor(at)), () -> "floor of " + Instant.ofEpochMilli(at));
    assertEquals(BucketUnit.HOUR.next(floor, zone), Instant.ofEpochMilli(grid.next(at)), () -> "after " + floor);
  }
}
