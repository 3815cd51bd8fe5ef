package org.semcollector.app.firmware;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.firmware.FirmwareResult.State;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Sends the image, once, after the journal knows of it.
final class FirmwareSending {
  private final FirmwareUpdate.Tools tools;
  private final FirmwareRequest request;
  private final int number;
  private final Progress progress;
  private volatile boolean allSent;

  FirmwareSending(FirmwareUpdate.Tools tools, FirmwareRequest request, int number, Progress progress) {
    this.tools = tools;
    this.request = request;
    this.number = number;
    this.progress = progress;
  }

  /// @return how it ended when the meter surely runs what it ran; empty when only the meter can tell
  Optional<FirmwareResult> send(VisitRef visit, URI uri, MeterSays before) throws JournalException {
    try (MeterClient client = tools.clients().open(uri)) {
      MeterReply token = client.get(Endpoint.TOKEN, progress);
      if (!before.tokenBody().equals(token.ok() ? token.body() : Bytes.EMPTY))
        return Optional.of(ended("not.other"));
      Bytes image = request.offered().image();
      tools.journal().append(visit, new VisitFact.FirmwareSent(tools.clock().instant(), number, image.sha256(),
          Optional.of(request.offered().version().toString())));
      return judge(visit, client.sendFirmware(image, number, watched()));
    } catch (MeterException e) {
      return judge(visit, e);
    }
  }

  /// Nothing that was not asked for again is lost by ending here: the journal keeps the outcome.
  void end(VisitRef visit, State state, String sentence) throws JournalException {
    String outcome = switch (state) {
      case CONFIRMED, ALREADY -> "done";
      case NOT_SENT -> "failed";
      case ROLLED_BACK, UNKNOWN -> "partly";
    };
    tools.journal().append(visit, new VisitFact.Ended(tools.clock().instant(), outcome, sentence));
  }

  private Optional<FirmwareResult> judge(VisitRef visit, MeterReply reply) throws JournalException {
    tools.journal().append(visit,
        new VisitFact.Received(tools.clock().instant(), Endpoint.OTA, reply.status(), reply.body()));
    return reply.ok() ? Optional.empty() : Optional.of(ended("not.refused", reply.status()));
  }

  private Optional<FirmwareResult> judge(VisitRef visit, MeterException e) throws JournalException {
    tools.journal().append(visit, new VisitFact.BrokenOff(tools.clock().instant(), e.endpoint(), e.received(),
        e.kind().toString()));
    if (e.kind() == MeterException.Kind.UNREACHABLE || e.endpoint() != Endpoint.OTA)
      return Optional.of(ended("not.reached", tools.meterSentences().broken(e)));
    return e.kind() == MeterException.Kind.CANCELLED && !allSent
        ? Optional.of(ended("not.cancelled"))
        : Optional.empty();
  }

  private FirmwareResult ended(String key, Object... values) {
    return new FirmwareResult(request.ssid(), State.NOT_SENT, List.of(), tools.sentences().text(key, values));
  }

  private Progress watched() {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        allSent = done == total;
        progress.at(done, total);
      }

      @Override
      public boolean cancelled() {
        return !allSent && progress.cancelled();
      }
    };
  }
}
