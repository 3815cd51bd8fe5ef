package org.semcollector.protocol.clock;

import org.semcollector.protocol.clock.PinCheck.Reason;
import org.semcollector.protocol.clock.PinCheck.Refused;

import static org.semcollector.protocol.clock.PinCheck.Reason.CLOCK_NOT_TRUSTED;
import static org.semcollector.protocol.clock.PinCheck.Reason.CONTRADICTS_PIN;
import static org.semcollector.protocol.clock.PinCheck.Reason.ENDS_BEFORE_IT_BEGINS;
import static org.semcollector.protocol.clock.PinCheck.Reason.OVERLAPS_READINGS;
import static org.semcollector.protocol.clock.PinCheck.Reason.READINGS_MISSING;
import static org.semcollector.protocol.clock.PinCheck.Reason.TOO_LONG;

/// Finds what speaks against a pin.
final class PinJudge {
  private final ClockProblem problem;
  private final KnownLags bare;
  private final Evidence.Pin pin;
  private final int index;
  private final long bootMillis;
  private final KnownOutage told;

  /// @param bare what is known of the run's lags without any pin
  /// @param index which of the run's outages is meant
  PinJudge(ClockProblem problem, KnownLags bare, Evidence.Pin pin, int index) {
    this.problem = problem;
    this.bare = bare;
    this.pin = pin;
    this.index = index;
    bootMillis = bare.run().outages().get(index).deviceMillis();
    told = KnownOutage.pinned(bare.run(), index, pin);
  }

  /// @param now what is known with the other pins
  PinCheck check(KnownLags now) {
    if (pin.to().isBefore(pin.from()))
      return refused(ENDS_BEFORE_IT_BEGINS, "The power would have come back before it went.");
    if (bare.sum().mostMillis() < 0)
      return refused(CLOCK_NOT_TRUSTED, "The meter's clock was ahead, so its boots cannot be placed.");
    if (bare.with(told).isEmpty())
      return againstReadings();
    return now.with(told).isEmpty()
        ? refused(CONTRADICTS_PIN, "It contradicts " + other() + ".")
        : new PinCheck.Possible();
  }

  private PinCheck againstReadings() {
    long length = pin.to().toEpochMilli() - pin.from().toEpochMilli();
    long all = bare.mostMillis(bare.run().outages().size()) - bare.leastMillis(0);
    if (told.leastAfter() - told.mostBefore() > all) {
      return refused(TOO_LONG, "It would have lasted " + Local.length(length)
          + ", but all outages together make the clock lag by at most " + Local.length(all) + ".");
    }
    if (told.mostBefore() < bare.leastMillis(index)) {
      return refused(OVERLAPS_READINGS, "The meter still saved at "
          + time(bootMillis + bare.leastMillis(index)) + " before it lost power.");
    }
    if (told.leastAfter() > bare.mostMillis(index + 1)) {
      return refused(OVERLAPS_READINGS, "Its readings show that the meter was running again at "
          + time(bootMillis + bare.mostMillis(index + 1)) + " at the latest.");
    }
    if (told.leastBefore() > bare.mostMillis(index)) {
      return refused(READINGS_MISSING,
          "Had the meter had power until then, it would have saved once more; it last saved"
              + " at " + time(bootMillis + bare.mostMillis(index)) + " at the latest.");
    }
    return refused(READINGS_MISSING,
        "Had the power come back then, the meter would have saved more readings; it was back"
            + " at " + time(bootMillis + bare.leastMillis(index + 1)) + " at the earliest.");
  }

  private String other() {
    for (Evidence.Pin other : problem.pins()) {
      int at = OutageOfRun.findIn(bare.run(), other.bootMillis());
      if (at < 0 || at == index)
        continue;
      boolean fits = bare.with(KnownOutage.pinned(bare.run(), at, other)).flatMap(known -> known.with(told))
          .isPresent();
      if (!fits)
        return "what is known of the outage from " + Local.time(problem, other.from()) + " to "
            + Local.time(problem, other.to());
    }
    return "what is known of the other outages";
  }

  private String time(long millis) {
    return Local.time(problem, millis);
  }

  private static Refused refused(Reason reason, String sentence) {
    return new Refused(reason, sentence);
  }
}
