package org.semcollector.app.laptopclock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.laptopclock.ClockVerdict.Doubtful;
import org.semcollector.app.laptopclock.ClockVerdict.Green;
import org.semcollector.app.laptopclock.ClockVerdict.Wrong;

/// Judges the laptop's clock by all that is known, best evidence first:
///
/// 1. a time before this program was made is wrong;
/// 2. a server's clock carried on by the counter, and the system's own keeping;
/// 3. what contradicts it: a server, a visit or a reading that was later than now. Time does not go back;
/// 4. a person's word, for a day and as long as nobody sets the clock;
/// 5. a server that agreed at an earlier start of the computer, for a month.
public final class ClockJudge {
  /// No copy of this program is older.
  static final Instant PROGRAM_MADE = Instant.parse("2026-01-01T00:00:00Z");
  /// How far visits may be ahead: a time server moves a clock by less in one step.
  static final Duration VISIT_AHEAD_LIMIT = Duration.ofMinutes(2);
  /// How far readings may be: a meter's clock can be ahead by so much after years.
  static final Duration READING_AHEAD_LIMIT = Duration.ofHours(1);
  /// A clock that runs by its battery is off by a minute after a month.
  static final Duration SERVER_COUNTS_FOR = Duration.ofDays(30);
  static final Duration PERSON_COUNTS_FOR = Duration.ofHours(24);
  static final Duration FAR_AHEAD = Duration.ofDays(400);
  /// A clock that differs more from the counter than this was set.
  private static final Duration WAS_SET = Duration.ofMinutes(1);

  private final ClockFacts facts;
  private final Optional<ServerLook> server;

  private ClockJudge(ClockFacts facts) {
    this.facts = facts;
    this.server = facts.seen().map(seen -> new ServerLook(facts, seen));
  }

  /// The verdict; total and pure.
  public static ClockVerdict judge(ClockFacts facts) {
    return new ClockJudge(facts).verdict();
  }

  /// Whether a server or the system vouches for the clock now, whatever else speaks against it.
  static boolean isSure(ClockFacts facts) {
    return judge(facts) instanceof Green(ClockReason reason)
        && (reason instanceof ClockReason.ServerAgrees || reason instanceof ClockReason.SystemKeepsIt);
  }

  private ClockVerdict verdict() {
    if (facts.now().isBefore(PROGRAM_MADE))
      return new Wrong(new ClockReason.BeforeProgram());
    return surely().or(this::contradicted).or(this::vouchedFor).orElseGet(this::unknown);
  }

  /// What the counter and the system decide.
  private Optional<ClockVerdict> surely() {
    boolean kept = facts.sync() instanceof SystemSync.Kept;
    Optional<Duration> ahead = server.flatMap(ServerLook::aheadNow);
    if (ahead.isPresent()) {
      ClockObservation seen = server.orElseThrow().seen();
      if (server.orElseThrow().agreesNow(ahead.get()))
        return Optional.of(new Green(new ClockReason.ServerAgrees(seen.source(), seen.said())));
      var off = new ClockReason.OffServer(seen.source(), ahead.get());
      // one of two better clocks is wrong, or one that did not prove who it is
      return Optional.of(kept || !seen.trusted() ? new Doubtful(off) : new Wrong(off));
    }
    return facts.sync() instanceof SystemSync.Kept(Duration error)
        ? Optional.of(new Green(new ClockReason.SystemKeepsIt(error)))
        : Optional.empty();
  }

  private Optional<ClockVerdict> contradicted() {
    if (server.isPresent() && server.get().isLater()) {
      ClockObservation seen = server.get().seen();
      var behind = new ClockReason.BehindServer(seen.source(), seen.said());
      if (seen.trusted())
        return Optional.of(new Wrong(behind));
      return personSaid().or(() -> Optional.of(new Doubtful(behind)));
    }
    Optional<ClockReason> later = facts.countedVisit().filter(facts.now().plus(VISIT_AHEAD_LIMIT)::isBefore)
        .<ClockReason>map(ClockReason.BehindVisit::new)
        .or(() -> facts.countedReading().filter(facts.now().plus(READING_AHEAD_LIMIT)::isBefore)
            .map(ClockReason.BehindReading::new));
    return later.map(Wrong::new);
  }

  private Optional<ClockVerdict> vouchedFor() {
    return personSaid().or(this::farAhead).or(this::serverThen);
  }

  private Optional<ClockVerdict> personSaid() {
    return facts.confirmed().filter(this::stillCounts)
        .map(said -> new Green(new ClockReason.PersonSaid(said.laptop())));
  }

  private boolean stillCounts(ClockConfirmation said) {
    Duration since = Duration.between(said.laptop(), facts.now());
    if (!said.uptime().run().equals(facts.uptime().run()) || since.isNegative()
        || since.compareTo(PERSON_COUNTS_FOR) > 0)
      return false;
    Duration set = since.minus(Duration.ofNanos(facts.uptime().nanos() - said.uptime().nanos()));
    boolean slept = !facts.uptime().countsSleep() && !set.isNegative();
    return slept || set.abs().compareTo(WAS_SET) <= 0;
  }

  private Optional<ClockVerdict> farAhead() {
    Instant newest = latest(facts.countedVisit(), facts.countedReading(), facts.seen().map(ClockObservation::said));
    return !newest.equals(Instant.MIN) && newest.plus(FAR_AHEAD).isBefore(facts.now())
        ? Optional.of(new Doubtful(new ClockReason.FarAhead(newest)))
        : Optional.empty();
  }

  @SafeVarargs
  private static Instant latest(Optional<Instant>... times) {
    Instant latest = Instant.MIN;
    for (Optional<Instant> time : times) {
      if (time.isPresent() && time.get().isAfter(latest))
        latest = time.get();
    }
    return latest;
  }

  private Optional<ClockVerdict> serverThen() {
    if (server.isEmpty())
      return Optional.empty();
    ClockObservation seen = server.get().seen();
    if (!server.get().agreedThen())
      return Optional.of(new Doubtful(new ClockReason.WasOff(seen.source(), seen.said(), seen.laptopAhead())));
    return Optional.of(Duration.between(seen.said(), facts.now()).compareTo(SERVER_COUNTS_FOR) <= 0
        ? new Green(new ClockReason.ServerAgreed(seen.source(), seen.said()))
        : new Doubtful(new ClockReason.LongAgo(seen.source(), seen.said())));
  }

  private ClockVerdict unknown() {
    return new Doubtful(new ClockReason.NothingKnown());
  }
}
