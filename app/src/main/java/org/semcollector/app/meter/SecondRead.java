package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

/// Reads the meter again, keeps and stores what was added since, and stays away from the next save.
final class SecondRead {
  private static final Duration HORIZON = Duration.ofSeconds(20);
  private static final int MOST_ROUNDS = 3;
  private static final int OK = 200;

  private final VisitContext visit;
  private final StorePhase store;
  private final Identity identity;
  private final FirstRead first;
  private Bytes body;
  private Bytes log;
  private int stored;
  private List<Reading> last;

  SecondRead(VisitContext visit, StorePhase store, Identity identity, FirstRead first) {
    this.visit = visit;
    this.store = store;
    this.identity = identity;
    this.first = first;
    this.body = first.telemetry().body();
    this.log = first.losses().body();
    this.stored = first.readings().size();
    this.last = first.readings();
  }

  /// Everything the meter has, down to the last byte, when this returns; no save is due for a while.
  void read() throws MeterException, JournalException, VisitStopped, OtherMeterException {
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      await(dueIn(HORIZON.plus(first.took())));
      identity.confirm(CollectStep.CHECK);
      readLog();
      readTelemetry(CollectStep.CHECK);
      if (dueIn(HORIZON).isZero())
        return;
    }
    throw visit.stop(stage(), "advice.again", visit.sentences().text("save.due"));
  }

  /// Readings again, for a meter that only its readings tell from others.
  void readTelemetry(CollectStep step) throws MeterException, JournalException, VisitStopped, OtherMeterException {
    MeterReply reply = visit.talk().peek(Endpoint.TELEMETRY, step);
    if (!reply.ok()) {
      visit.talk().keep(Endpoint.TELEMETRY, reply);
      throw visit.stop(stage(), "advice.powercycle", visit.sentences().text("refused",
          visit.sentences().body(Endpoint.TELEMETRY), reply.status()));
    }
    requireContinuation(reply);
    Applied applied = visit.log().add(
        new VisitFact.Received(visit.clock().instant(), Endpoint.TELEMETRY, OK, reply.body()));
    store.requireStore();
    take(reply.body(), applied);
  }

  VisitStage stage() {
    return VisitStage.stored(stored);
  }

  /// The whole body last read.
  Bytes body() {
    return body;
  }

  /// The outage log last read.
  Bytes log() {
    return log;
  }

  private void requireContinuation(MeterReply reply) throws JournalException, OtherMeterException {
    Bytes again = reply.body();
    if (again.startsWith(body))
      return;
    visit.talk().keepStrange(Endpoint.TELEMETRY, reply, "does not begin with the readings sent before");
    throw new OtherMeterException(body.startsWith(again)
        ? visit.sentences().text("other.shorter", again.length(), body.length())
        : visit.sentences().text("other.readings", firstDifference(body, again)));
  }

  private void take(Bytes again, Applied applied) throws VisitStopped {
    DecodedReadings added = ReadingCodec.decode(again.slice(body.length(), again.length()));
    if (added instanceof DecodedReadings.Malformed(_, int offset, String reason)) {
      throw visit.stop(stage(), "advice.powercycle", visit.sentences().text("malformed",
          visit.sentences().body(Endpoint.TELEMETRY), body.length() + offset, reason));
    }
    int expected = stored + added.readings().size();
    int given = applied.newReadings() + applied.knownReadings();
    if (given < expected) {
      throw visit.stop(stage(), "advice.rebuild", visit.sentences().text("store.count", given, expected));
    }
    stored = expected;
    body = again;
    if (!added.readings().isEmpty())
      last = added.readings();
  }

  /// A boot during the visit adds an entry, which must not be erased unread.
  private void readLog() throws MeterException, JournalException, VisitStopped, OtherMeterException {
    MeterReply reply = visit.talk().peek(Endpoint.POWER_LOSS_LOG, CollectStep.CHECK);
    if (!reply.ok()) {
      visit.talk().keep(Endpoint.POWER_LOSS_LOG, reply);
      throw visit.stop(stage(), "advice.powercycle", visit.sentences().text("log.missing", reply.status()));
    }
    if (!reply.body().equals(log) && !continues(reply.body())) {
      visit.talk().keepStrange(Endpoint.POWER_LOSS_LOG, reply, "does not begin with the outages sent before");
      throw new OtherMeterException(visit.sentences().text("other.log"));
    }
    visit.talk().keep(Endpoint.POWER_LOSS_LOG, reply);
    log = reply.body();
  }

  private boolean continues(Bytes again) {
    if (!(PowerLossCodec.decode(again) instanceof DecodedPowerLosses.Complete(var grown)))
      return false;
    List<Long> known = PowerLossCodec.decode(log).log().entries();
    return grown.boots() >= known.size() && grown.entries().subList(0, known.size()).equals(known);
  }

  private Duration dueIn(Duration horizon) {
    Instant now = visit.clock().instant();
    return SaveForecast.of(last, first.period(), now).map(f -> f.waitFor(now, horizon)).orElse(Duration.ZERO);
  }

  private void await(Duration duration) throws VisitStopped {
    Duration slice = Duration.ofMillis(200);
    for (Duration left = duration; left.isPositive(); left = left.minus(slice)) {
      visit.stopIfCancelled(CollectStep.CHECK, stage());
      visit.pause().of(left.compareTo(slice) < 0 ? left : slice);
    }
  }

  private static int firstDifference(Bytes one, Bytes other) {
    int shared = Math.min(one.length(), other.length());
    for (int i = 0; i < shared; i++) {
      if (one.at(i) != other.at(i))
        return i;
    }
    return shared;
  }
}
