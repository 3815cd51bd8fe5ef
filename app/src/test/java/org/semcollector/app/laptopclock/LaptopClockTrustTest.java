package org.semcollector.app.laptopclock;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.laptopclock.json.JsonClockEvidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class LaptopClockTrustTest {
  private static final Instant START = Instant.parse("2026-05-04T10:20:00Z");

  @TempDir
  Path folder = Path.of("");
  private Instant shown = START;
  private Duration counted = Duration.ofHours(1);
  private String run = "first";
  private SystemSync.State sync = new SystemSync.NotKept();
  private Optional<Instant> newestVisit = Optional.empty();

  private LaptopClock clock() {
    Clock laptop = new Clock() {
      @Override
      public Instant instant() {
        return shown;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
    PastTimes past = new PastTimes() {
      @Override
      public Optional<Instant> newestVisit() {
        return newestVisit;
      }

      @Override
      public Optional<Instant> newestReading() {
        return Optional.empty();
      }
    };
    return new LaptopClockTrust(
        new LaptopClockTrust.Sources(laptop, () -> new Uptime.Count(run, counted.toNanos(), true),
            () -> sync, new JsonClockEvidence(folder.resolve("laptop-clock.json")), past,
            new ClockWords(Locale.ENGLISH, ZoneOffset.UTC)));
  }

  private void pass(Duration time) {
    shown = shown.plus(time);
    counted = counted.plus(time);
  }

  @Test
  void aWordIsRememberedByTheNextStartOfTheProgramButNotOfTheComputer() {
    assertInstanceOf(ClockVerdict.Doubtful.class, clock().verdict());
    clock().confirm();
    pass(Duration.ofHours(2));
    assertEquals(new ClockVerdict.Green(new ClockReason.PersonSaid(START)), clock().verdict());
    run = "second";
    assertInstanceOf(ClockVerdict.Doubtful.class, clock().verdict());
  }

  /// A clock that was years ahead for a day must not make every later day look wrong.
  @Test
  void visitsOfAClockThatWasAheadAreForgivenOnceSomebodyVouchesForTheTime() {
    newestVisit = Optional.of(Instant.parse("2031-01-01T00:00:00Z"));
    assertInstanceOf(ClockVerdict.Wrong.class, clock().verdict());
    clock().confirm();
    assertInstanceOf(ClockVerdict.Green.class, clock().verdict());
    run = "next day";
    assertInstanceOf(ClockVerdict.Doubtful.class, clock().verdict(), "doubtful, but not wrong");
    newestVisit = Optional.of(Instant.parse("2031-01-02T00:00:00Z"));
    assertInstanceOf(ClockVerdict.Wrong.class, clock().verdict(), "another one, of which nobody said anything");
    sync = new SystemSync.Kept(Duration.ofSeconds(1));
    assertInstanceOf(ClockVerdict.Green.class, clock().verdict());
    sync = new SystemSync.NotKept();
    assertInstanceOf(ClockVerdict.Doubtful.class, clock().verdict(), "the system vouched for the time meanwhile");
  }
}
