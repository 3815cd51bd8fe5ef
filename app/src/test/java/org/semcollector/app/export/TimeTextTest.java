package org.semcollector.app.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimeTextTest {
  @ParameterizedTest
  @CsvSource({"2026-03-29T00:59:59.999Z, Europe/Berlin, 2026-03-29T01:59:59.999+01:00",
      "2026-03-29T01:00:00Z, Europe/Berlin, 2026-03-29T03:00:00.000+02:00",
      "2026-10-25T00:59:59.999Z, Europe/Berlin, 2026-10-25T02:59:59.999+02:00",
      "2026-10-25T01:00:00Z, Europe/Berlin, 2026-10-25T02:00:00.000+01:00",
      "2026-11-20T14:03:12.007Z, UTC, 2026-11-20T14:03:12.007Z",
      "2026-11-20T20:03:12Z, Asia/Kathmandu, 2026-11-21T01:48:12.000+05:45",
      "1969-12-31T23:59:59.999Z, UTC, 1969-12-31T23:59:59.999Z"})
  void anInstantIsWrittenWithItsOffset(Instant at, ZoneId zone, String text) {
    assertEquals(text, text(new TimeText(zone, true), at.toEpochMilli()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Tehran", "Australia/Lord_Howe", "America/Sao_Paulo",
      "Pacific/Apia", "+03:30"})
  void anyInstantIsWrittenAsTheLibraryDoes(String id) {
    ZoneId zone = ZoneId.of(id);
    var text = new TimeText(zone, true);
    var seconds = new TimeText(zone, false);
    var random = new SplittableRandom(id.hashCode());
    long at = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 20_000; i++) {
      // mostly forwards, as readings come, now and then anywhere
      at = random.nextInt(50) == 0
          ? random.nextLong(0, Instant.parse("2199-01-01T00:00:00Z").toEpochMilli())
          : at + random.nextLong(7_200_000);
      OffsetDateTime expected = Instant.ofEpochMilli(at).atZone(zone).toOffsetDateTime();
      assertEquals(expected.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX")), text(text, at));
      assertEquals(expected.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX")), text(seconds, at));
    }
  }

  @Test
  void yearsThatDoNotFitAreRefused() {
    var text = new TimeText(ZoneOffset.UTC, true);
    assertThrows(IllegalArgumentException.class,
        () -> text(text, Instant.parse("+10000-01-01T00:00:00Z").toEpochMilli()));
    assertThrows(IllegalArgumentException.class,
        () -> text(text, Instant.parse("-0001-12-31T00:00:00Z").toEpochMilli()));
  }

  private static String text(TimeText text, long epochMillis) {
    var into = new byte[64];
    return new String(into, 0, text.put(into, 0, epochMillis), StandardCharsets.US_ASCII);
  }
}
