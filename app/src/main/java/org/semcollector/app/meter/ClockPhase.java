package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.laptopclock.ClockVerdict;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterTimeCodec;

/// Sets the meter's clock. The meter takes whole seconds only, so it is sent a second that has just begun, or the next
/// one when that begins.
final class ClockPhase {
  private static final int OK = 200;
  private static final int ATTEMPTS = 2;
  /// How long a second counts as just begun: a meter that is so much behind is right for readings of an hour.
  private static final Duration JUST_BEGUN = Duration.ofMillis(400);
  /// From sending to setting.
  private static final Duration WAY = Duration.ofMillis(5);
  private static final Duration METER_AHEAD_LIMIT = Duration.ofHours(1);

  private final VisitContext visit;

  ClockPhase(VisitContext visit) {
    this.visit = visit;
  }

  /// Why the laptop's clock cannot be trusted, as a sentence; null when nothing speaks against it.
  @Nullable
  String doubt(FirstRead first) {
    if (!MeterTimeCodec.canBeSet(visit.clock().instant().plus(JUST_BEGUN)))
      return visit.sentences().text("laptop.impossible");
    if (visit.request().clockConfirmed())
      return null;
    ClockVerdict verdict = visit.laptopClock().verdict();
    if (!(verdict instanceof ClockVerdict.Green))
      return visit.sentences().text("laptop.doubt", visit.laptopClock().reason(verdict));
    return first.readings().isEmpty() ? null : ahead(first);
  }

  private @Nullable String ahead(FirstRead first) {
    Instant now = visit.clock().instant();
    Instant last = Instant.ofEpochMilli(first.readings().getLast().deviceMillis());
    return last.isAfter(now.plus(METER_AHEAD_LIMIT))
        ? visit.sentences().text("laptop.behind", last.toString(), now.toString())
        : null;
  }

  /// Sends the time, once more when the answer was lost.
  ///
  /// @return what is wrong, as a sentence; null when the meter confirmed
  @Nullable
  String set() throws JournalException {
    String problem = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        VisitFact.Received reply = send();
        if (reply.status() != OK)
          return visit.sentences().text("clock.refused", reply.status());
        if (reply.body().isEmpty()) {
          visit.log().add(new VisitFact.ClockSetConfirmed(visit.clock().instant()));
          return null;
        }
        problem = visit.sentences().text("clock.strange");
      } catch (MeterException e) {
        problem = e.kind() == MeterException.Kind.UNREACHABLE
            ? visit.sentences().broken(e)
            : visit.sentences().text("clock.lost");
      }
    }
    return problem;
  }

  private VisitFact.Received send() throws JournalException, MeterException {
    Instant now = visit.clock().instant();
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    boolean justBegun = now.isBefore(second.plus(JUST_BEGUN));
    Instant sent = justBegun ? second : second.plusSeconds(1);
    visit.log().add(new VisitFact.ClockSetSent(now, sent));
    visit.pause().of(Duration.between(visit.clock().instant(), sent).minus(WAY));
    return visit.talk().post(Endpoint.TIME, MeterTimeCodec.encode(sent));
  }
}
