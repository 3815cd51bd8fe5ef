package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.ReadingCodec;

/// Erases a meter whose every byte is proven safe, and looks whether it is empty. Whatever is not exactly that is said
/// as it is.
final class ErasePhase {
  private static final int CHANNELS = 3;
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final VisitContext visit;
  private final Identity identity;
  private final Bytes body;
  private final Bytes log;
  private final VisitStage stage;

  /// @param proven the second read: equal to or longer than the first, stored, no save due
  ErasePhase(VisitContext visit, Identity identity, SecondRead proven) {
    this(visit, identity, proven.body(), proven.log(), proven.stage().erasing());
  }

  /// @param body the readings as far as they could be read
  /// @param log the outage log as far as it could be read
  /// @param stage what can be said about the data from now on
  ErasePhase(VisitContext visit, Identity identity, Bytes body, Bytes log, VisitStage stage) {
    this.visit = visit;
    this.identity = identity;
    this.body = body;
    this.log = log;
    this.stage = stage;
  }

  /// Sends the request; that it is about to be sent must be in the journal.
  ///
  /// @return whether the meter answered the request; when not, it was seen empty all the same
  boolean erase() throws JournalException, VisitStopped {
    Optional<MeterReply> reply = send();
    try {
      identity.confirm(CollectStep.ERASE);
      judge(reply, look());
    } catch (MeterException e) {
      throw stop("advice.powercycle", text("reset.unverified", visit.sentences().broken(e)));
    } catch (OtherMeterException e) {
      throw stop("advice.again", text("reset.unverified", e.getMessage()));
    }
    visit.log().add(new VisitFact.EraseProven(visit.clock().instant()));
    return reply.isPresent();
  }

  private Optional<MeterReply> send() throws JournalException {
    try {
      MeterReply reply = visit.talk().askToTheEnd(Endpoint.RESET);
      visit.talk().keep(Endpoint.RESET, reply);
      return Optional.of(reply);
    } catch (MeterException e) {
      return Optional.empty(); // kept as broken off; what the meter shows now decides
    }
  }

  /// What the meter shows after the request.
  private record Seen(boolean readingsGone, boolean logGone, boolean strange) {}

  private Seen look() throws MeterException, JournalException {
    MeterReply readings = visit.talk().askToTheEnd(Endpoint.TELEMETRY);
    boolean others = !readings.body().isEmpty() && !readings.body().startsWith(firstRecord());
    if (others && !(identity.isUnique() && isNewSave(readings.body()))) {
      visit.talk().keepStrange(Endpoint.TELEMETRY, readings, "other readings than before the erase request");
      return new Seen(false, false, true);
    }
    visit.talk().keep(Endpoint.TELEMETRY, readings);
    boolean gone = readings.ok() && (readings.body().isEmpty() || others);
    return new Seen(gone, isLogGone(), false);
  }

  /// A meter that saved right after it was erased has one save, stamped by the clock that was just set.
  private boolean isNewSave(Bytes readings) {
    return ReadingCodec.decode(readings) instanceof DecodedReadings.Complete(var added)
        && added.size() <= CHANNELS
        && added.stream().map(reading -> Instant.ofEpochMilli(reading.deviceMillis()))
            .allMatch(at -> Duration.between(at, visit.clock().instant()).abs().compareTo(FRESH) < 0);
  }

  /// An erased meter has no log file until its next boot, and may refuse the request.
  private boolean isLogGone() throws JournalException {
    try {
      MeterReply losses = visit.talk().askToTheEnd(Endpoint.POWER_LOSS_LOG);
      visit.talk().keep(Endpoint.POWER_LOSS_LOG, losses);
      return !losses.ok() || log.isEmpty() || !losses.body().startsWith(log);
    } catch (MeterException e) {
      return true; // kept as broken off; that the readings are gone was seen
    }
  }

  /// Returns only when the meter is erased.
  private void judge(Optional<MeterReply> reply, Seen seen) throws VisitStopped {
    if (seen.strange())
      throw stop("advice.again", text("reset.strange"));
    boolean refused = reply.isPresent() && !reply.get().ok();
    if (refused) {
      String key = seen.readingsGone()
          ? "reset.refused.empty"
          : seen.logGone() && !log.isEmpty() ? "reset.half" : "reset.refused";
      throw stop("advice.powercycle", text(key, reply.get().status()));
    }
    if (!seen.readingsGone()) {
      throw stop("advice.powercycle", text(reply.isPresent() ? "reset.ignored" : "reset.silent"));
    }
    if (!seen.logGone())
      throw stop("advice.powercycle", text("reset.log"));
  }

  private Bytes firstRecord() {
    return body.slice(0, Math.min(body.length(), ReadingCodec.RECORD_LENGTH));
  }

  private String text(String key, Object... values) {
    return visit.sentences().text(key, values);
  }

  private VisitStopped stop(String advice, String what) {
    return visit.stop(stage, advice, what);
  }
}
