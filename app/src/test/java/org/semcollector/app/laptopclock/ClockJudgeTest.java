package org.semcollector.app.laptopclock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.laptopclock.ClockVerdict.Doubtful;
import org.semcollector.app.laptopclock.ClockVerdict.Green;
import org.semcollector.app.laptopclock.ClockVerdict.Wrong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClockJudgeTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");
  private static final String SERVER = "https://things.example.org";
  private static final ClockWords WORDS = new ClockWords(Locale.UK, ZoneId.of("Europe/London"));

  /// Evidence at [#NOW]; the counter of this run shows an hour and goes on in sleep.
  private static final class Known {
    private Uptime.Count uptime = count("boot", Duration.ofHours(1), true);
    private Optional<ClockObservation> seen = Optional.empty();
    private Optional<ClockConfirmation> confirmed = Optional.empty();
    private Optional<Instant> excused = Optional.empty();
    private SystemSync.State sync = new SystemSync.Unknown();
    private Optional<Instant> visit = Optional.empty();
    private Optional<Instant> reading = Optional.empty();

    /// A server was heard so long ago, by this computer's start, and the laptop was ahead by so much then.
    Known server(boolean trusted, String run, Duration ago, Duration aheadThen, Duration counted) {
      Instant said = NOW.minus(ago);
      seen = Optional.of(new ClockObservation(SERVER, trusted, said, Duration.ofSeconds(2), said.plus(aheadThen),
          uptime.nanos() - counted.toNanos(), run));
      return this;
    }

    Known person(Duration ago, Duration counted) {
      confirmed = Optional.of(new ClockConfirmation(NOW.minus(ago),
          count("boot", Duration.ofNanos(uptime.nanos()).minus(counted), uptime.countsSleep())));
      return this;
    }

    Known visit(Duration ahead) {
      visit = Optional.of(NOW.plus(ahead));
      return this;
    }

    ClockVerdict at(Instant now) {
      return ClockJudge.judge(
          new ClockFacts(now, uptime, seen, confirmed, excused, sync, visit, reading));
    }

    ClockVerdict verdict() {
      return at(NOW);
    }
  }

  private static Uptime.Count count(String run, Duration since, boolean sleep) {
    return new Uptime.Count(run, since.toNanos(), sleep);
  }

  private static Duration min(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static void assertVerdict(Class<? extends ClockVerdict> level, Class<? extends ClockReason> reason,
      ClockVerdict verdict) {
    assertInstanceOf(level, verdict, verdict::toString);
    assertInstanceOf(reason, verdict.reason(), verdict::toString);
    String sentence = WORDS.sentence(verdict);
    assertFalse(sentence.contains("{") || sentence.contains("null"), sentence);
    assertEquals(!(verdict instanceof Green), sentence.contains("et it"), sentence);
  }

  @Test
  void aServerHeardSinceTheComputersStartDecides() {
    var same = new Known().server(true, "boot", min(30), min(0), min(30));
    assertVerdict(Green.class, ClockReason.ServerAgrees.class, same.verdict());
    // the laptop was off when the server was heard; it was set since, which the counter tells
    assertVerdict(Green.class, ClockReason.ServerAgrees.class,
        new Known().server(true, "boot", min(30), min(240), min(30)).verdict());
    // heard half an hour ago by the counter, but a whole hour by the clock
    var off = new Known().server(true, "boot", min(60), min(0), min(30)).verdict();
    assertVerdict(Wrong.class, ClockReason.OffServer.class, off);
    assertTrue(WORDS.sentence(off).startsWith("This computer's clock is 0 h 30 min ahead of " + SERVER),
        WORDS.sentence(off));
    assertTrue(WORDS.sentence(new Known().server(true, "boot", min(-90), min(0), min(30)).verdict())
        .startsWith("This computer's clock is 2 h 0 min behind"));
    assertVerdict(Doubtful.class, ClockReason.OffServer.class,
        new Known().server(false, "boot", min(60), min(0), min(30)).verdict());
  }

  @Test
  void aCounterThatSleepsWithTheComputerOnlyTellsOfAClockThatIsBehind() {
    var slept = new Known();
    slept.uptime = count("boot", Duration.ofHours(1), false);
    assertVerdict(Green.class, ClockReason.ServerAgreed.class,
        slept.server(true, "boot", min(500), min(0), min(30)).verdict());
    assertVerdict(Wrong.class, ClockReason.OffServer.class,
        slept.server(true, "boot", min(10), min(0), min(30)).verdict());
  }

  @Test
  void aServerHeardAtAnEarlierStartCountsForAMonth() {
    Duration month = Duration.ofDays(30);
    assertVerdict(Green.class, ClockReason.ServerAgreed.class,
        new Known().server(true, "before", month, min(0), min(0)).verdict());
    assertVerdict(Doubtful.class, ClockReason.LongAgo.class,
        new Known().server(true, "before", month.plusSeconds(1), min(0), min(0)).verdict());
    assertVerdict(Doubtful.class, ClockReason.WasOff.class,
        new Known().server(true, "before", Duration.ofDays(1), min(1), min(0)).verdict());
    assertVerdict(Doubtful.class, ClockReason.WasOff.class,
        new Known().server(true, "before", Duration.ofDays(1), min(-1), min(0)).verdict());
    assertVerdict(Wrong.class, ClockReason.BehindServer.class,
        new Known().server(true, "before", min(-1), min(0), min(0)).verdict());
    assertVerdict(Doubtful.class, ClockReason.BehindServer.class,
        new Known().server(false, "before", min(-1), min(0), min(0)).verdict());
    assertVerdict(Green.class, ClockReason.ServerAgreed.class,
        new Known().server(true, "before", Duration.ofSeconds(-30), min(0), min(0)).verdict());
  }

  @Test
  void whatTheSystemKeepsIsRightUnlessAServerThatProvedItselfSaysOtherwise() {
    var kept = new Known();
    kept.sync = new SystemSync.Kept(Duration.ofMillis(1_500));
    assertVerdict(Green.class, ClockReason.SystemKeepsIt.class, kept.verdict());
    assertTrue(WORDS.sentence(kept.verdict()).contains("1.5 s at most"), WORDS.sentence(kept.verdict()));
    kept.visit(Duration.ofDays(9));
    assertVerdict(Green.class, ClockReason.SystemKeepsIt.class, kept.verdict());
    kept.server(true, "boot", min(60), min(0), min(30));
    assertVerdict(Doubtful.class, ClockReason.OffServer.class, kept.verdict());
    var notKept = new Known();
    notKept.sync = new SystemSync.NotKept();
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, notKept.verdict());
  }

  @Test
  void timeDoesNotGoBack() {
    assertVerdict(Wrong.class, ClockReason.BeforeProgram.class,
        new Known().at(Instant.parse("2000-01-01T00:00:10Z")));
    assertVerdict(Wrong.class, ClockReason.BehindVisit.class, new Known().visit(min(3)).verdict());
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, new Known().visit(min(2)).verdict());
    var reading = new Known();
    reading.reading = Optional.of(NOW.plus(min(61)));
    assertVerdict(Wrong.class, ClockReason.BehindReading.class, reading.verdict());
    reading.excused = Optional.of(NOW.plus(min(61)));
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, reading.verdict());
    assertVerdict(Doubtful.class, ClockReason.FarAhead.class, new Known().visit(Duration.ofDays(-401)).verdict());
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, new Known().visit(Duration.ofDays(-399)).verdict());
  }

  @Test
  void aPersonsWordSettlesDoubtsForADayUntilTheClockIsSet() {
    assertVerdict(Green.class, ClockReason.PersonSaid.class, new Known().person(min(30), min(30)).verdict());
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, new Known().person(min(90), min(30)).verdict());
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, new Known().person(min(30), min(32)).verdict());
    var nextDay = new Known();
    nextDay.uptime = count("boot", Duration.ofHours(100), true);
    assertVerdict(Green.class, ClockReason.PersonSaid.class,
        nextDay.person(Duration.ofHours(24), Duration.ofHours(24)).verdict());
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class,
        nextDay.person(Duration.ofHours(25), Duration.ofHours(25)).verdict());
    var restarted = new Known().person(min(30), min(30));
    restarted.uptime = count("next boot", Duration.ofHours(1), true);
    assertVerdict(Doubtful.class, ClockReason.NothingKnown.class, restarted.verdict());
    assertVerdict(Wrong.class, ClockReason.BehindServer.class,
        new Known().person(min(30), min(30)).server(true, "before", min(-10), min(0), min(0)).verdict());
    assertVerdict(Green.class, ClockReason.PersonSaid.class,
        new Known().person(min(30), min(30)).server(false, "before", min(-10), min(0), min(0)).verdict());
  }

  /// Any evidence gives a verdict; a clock that a trusted server's later time contradicts is never green; and evidence
  /// that only says that time has passed never makes a right clock wrong.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void lawsOfAnyEvidence(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      Known any = any(random);
      ClockVerdict verdict = any.verdict();
      assertFalse(WORDS.sentence(verdict).contains("{"), () -> "seed " + seed + " " + WORDS.sentence(verdict));
      boolean later = any.seen.filter(seen -> seen.trusted() && NOW.isBefore(seen.said().minus(min(1)))).isPresent();
      boolean kept = any.sync instanceof SystemSync.Kept;
      if (later && !kept)
        assertFalse(verdict instanceof Green green && !(green.reason() instanceof ClockReason.ServerAgrees),
            () -> "seed " + seed + " " + verdict);
      if (any.seen.isEmpty() && any.confirmed.isEmpty() && !kept)
        assertFalse(verdict instanceof Green, () -> "seed " + seed + ": nobody vouched, " + verdict);
    }
  }

  private static Known any(SplittableRandom random) {
    var known = new Known();
    known.uptime = count("boot", Duration.ofHours(random.nextInt(1, 500)), random.nextBoolean());
    if (random.nextBoolean())
      known.server(random.nextBoolean(), random.nextBoolean() ? "boot" : "before", min(random.nextLong(-9_000, 90_000)),
          min(random.nextLong(-5, 6)), min(random.nextLong(0, 9_000)));
    if (random.nextBoolean())
      known.person(min(random.nextLong(-100, 3_000)), min(random.nextLong(0, 3_000)));
    if (random.nextBoolean())
      known.visit(min(random.nextLong(-900_000, 900)));
    known.sync = switch (random.nextInt(3)) {
      case 0 -> new SystemSync.Kept(Duration.ofMillis(random.nextInt(16_000)));
      case 1 -> new SystemSync.NotKept();
      default -> new SystemSync.Unknown();
    };
    return known;
  }

  /// A computer that is right at every moment, heard a server rightly, and made its visits in the past: never wrong.
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void aRightClockIsNeverWrong(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      var right = new Known();
      right.uptime = count("boot", Duration.ofHours(random.nextInt(1, 900)), true);
      Duration ago = min(random.nextLong(0, 60_000));
      right.server(true, random.nextBoolean() ? "boot" : "before", ago, Duration.ofMillis(random.nextLong(-900, 900)),
          ago);
      right.visit(min(-random.nextLong(0, 500_000)));
      assertFalse(right.verdict() instanceof Wrong, () -> "seed " + seed + " " + right.verdict());
      if (ago.compareTo(Duration.ofDays(30)) <= 0 && right.seen.orElseThrow().run().equals("boot"))
        assertVerdict(Green.class, ClockReason.ServerAgrees.class, right.verdict());
    }
  }
}
