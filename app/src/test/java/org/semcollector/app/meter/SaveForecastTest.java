package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SaveForecastTest {
  private static final Instant SAVED = Instant.parse("2026-11-20T14:00:00Z");
  private static final Duration HORIZON = Duration.ofSeconds(20);

  private static List<Reading> stamped(Instant... stamps) {
    return Stream.of(stamps).map(at -> new Reading(1, 1, 1, 1, 1, 1, at.toEpochMilli())).toList();
  }

  /// Seconds since the last stamp -> seconds to wait. A save comes 3597 to 3609 s after the stamp.
  @ParameterizedTest
  @CsvSource({"0,0", "1800,0", "3576,0", "3577,0", "3578,31", "3597,12", "3600,9", "3608,1", "3609,0", "3610,0",
      "90000,0", "-2,0", "-600,0"})
  void staysAwayFromTheHourlySave(long age, long wait) {
    Instant now = SAVED.plusSeconds(age);
    assertEquals(Duration.ofSeconds(wait), SaveForecast.of(stamped(SAVED), SavePeriod.HOUR, now)
        .map(forecast -> forecast.waitFor(now, HORIZON)).orElse(Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"10,0", "37,0", "38,31", "69,0"})
  void staysAwayFromTheSaveOfOldFirmwareEveryMinute(long age, long wait) {
    Instant now = SAVED.plusSeconds(age);
    assertEquals(Duration.ofSeconds(wait), SaveForecast.of(stamped(SAVED), SavePeriod.MINUTE, now)
        .map(forecast -> forecast.waitFor(now, HORIZON)).orElse(Duration.ZERO));
  }

  @Test
  void foretellsNothingWithoutReadingsOrWithAClockThatIsOff() {
    assertEquals(Optional.empty(), SaveForecast.of(List.of(), SavePeriod.HOUR, SAVED));
    assertEquals(Optional.empty(), SaveForecast.of(stamped(SAVED), SavePeriod.HOUR, SAVED.plusSeconds(7200)));
    assertEquals(Optional.empty(), SaveForecast.of(stamped(SAVED), SavePeriod.HOUR, SAVED.minusSeconds(60)));
  }

  @Test
  void theLastPhaseOfASaveIsStampedSecondsLaterThanTheFirst() {
    List<Reading> phases = stamped(SAVED, SAVED.plusSeconds(1), SAVED.plusSeconds(2));
    SaveForecast forecast = SaveForecast.of(phases, SavePeriod.HOUR, SAVED.plusSeconds(10)).orElseThrow();
    assertEquals(SAVED.plusSeconds(3599), forecast.from(), "not later than the first phase's next save");
  }
}
