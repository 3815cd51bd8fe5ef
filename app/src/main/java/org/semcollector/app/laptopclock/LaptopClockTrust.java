package org.semcollector.app.laptopclock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges the laptop's clock by all evidence there is.
public final class LaptopClockTrust implements LaptopClock {
  private final Sources sources;

  /// Where evidence comes from.
  public record Sources(
      Clock clock, Uptime uptime, SystemSync sync, LaptopClockEvidence evidence, PastTimes past, ClockWords words) {}

  public LaptopClockTrust(Sources sources) {
    this.sources = sources;
  }

  @Override
  public ClockVerdict verdict() {
    ClockFacts facts = facts();
    if (ClockJudge.isSure(facts))
      excuseLater(facts);
    return ClockJudge.judge(facts);
  }

  @Override
  public String sentence(ClockVerdict verdict) {
    return sources.words().sentence(verdict);
  }

  @Override
  public String reason(ClockVerdict verdict) {
    return sources.words().reason(verdict);
  }

  @Override
  public void confirm() {
    ClockFacts facts = facts();
    excuseLater(facts);
    sources.evidence().confirmed(new ClockConfirmation(facts.now(), facts.uptime()));
  }

  /// What was made at a later time than one that is right was made by a wrong clock: it must not be held against the
  /// right one when nobody vouches for it any more.
  private void excuseLater(ClockFacts facts) {
    Stream.of(facts.countedVisit(), facts.countedReading()).flatMap(Optional::stream)
        .filter(facts.now()::isBefore).max(Instant::compareTo).ifPresent(sources.evidence()::excuse);
  }

  private ClockFacts facts() {
    LaptopClockEvidence evidence = sources.evidence();
    return new ClockFacts(sources.clock().instant(), sources.uptime().count(), evidence.last(), evidence.confirmed(),
        evidence.excusedUntil(), sources.sync().state(), sources.past().newestVisit(), sources.past().newestReading());
  }
}
