package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;

/// Reads everything a meter has, before anything is changed on it.
final class ReadPhase {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final VisitContext visit;

  ReadPhase(VisitContext visit) {
    this.visit = visit;
  }

  /// Version first: its answer shows whether this is a meter at all.
  Optional<Bytes> version() throws MeterException, JournalException, VisitStopped {
    visit.step(CollectStep.IDENTIFY, VisitStage.READING);
    VisitFact.Received version = visit.talk().ask(Endpoint.VERSION, CollectStep.IDENTIFY);
    if (version.status() == NOT_FOUND)
      return Optional.empty(); // the oldest builds
    requireOk(version);
    if (FirmwareVersion.decode(version.body()).isEmpty()) {
      throw stop("advice.again", visit.sentences().text("web.page"));
    }
    return Optional.of(version.body());
  }

  FirstRead readings(Optional<Bytes> version) throws MeterException, JournalException, VisitStopped {
    visit.step(CollectStep.DOWNLOAD, VisitStage.READING);
    Instant start = visit.clock().instant();
    VisitFact.Received telemetry = telemetry();
    Duration took = Duration.between(start, telemetry.at());
    visit.step(CollectStep.OUTAGE_LOG, VisitStage.READING);
    VisitFact.Received losses = powerLosses();
    return FirstRead.of(version, telemetry, losses, took);
  }

  /// An empty body is asked for twice: it costs nothing, and a meter that could not open its folder for a moment must
  /// not look like a new one.
  private VisitFact.Received telemetry() throws MeterException, JournalException, VisitStopped {
    VisitFact.Received telemetry = visit.talk().ask(Endpoint.TELEMETRY, CollectStep.DOWNLOAD);
    requireOk(telemetry);
    if (!telemetry.body().isEmpty())
      return telemetry;
    VisitFact.Received again = visit.talk().ask(Endpoint.TELEMETRY, CollectStep.DOWNLOAD);
    requireOk(again);
    return again;
  }

  /// A meter that was erased and not started since has no log file and refuses the request, every time. An empty log is
  /// asked for twice, as empty readings are: times are corrected by it.
  private VisitFact.Received powerLosses() throws MeterException, JournalException {
    VisitFact.Received losses = visit.talk().ask(Endpoint.POWER_LOSS_LOG, CollectStep.OUTAGE_LOG);
    return losses.status() == OK && !losses.body().isEmpty()
        ? losses
        : visit.talk().ask(Endpoint.POWER_LOSS_LOG, CollectStep.OUTAGE_LOG);
  }

  private void requireOk(VisitFact.Received received) throws VisitStopped {
    if (received.status() != OK) {
      throw stop("advice.powercycle", visit.sentences().text("refused",
          visit.sentences().body(received.endpoint()), received.status()));
    }
  }

  private VisitStopped stop(String advice, String what) {
    return visit.stop(VisitStage.READING, advice, what);
  }
}
