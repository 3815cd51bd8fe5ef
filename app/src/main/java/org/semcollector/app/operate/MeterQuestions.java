package org.semcollector.app.operate;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.readout.TokenState;

/// Asks a meter what it runs and which token it holds. Nothing is changed, nothing is kept.
public final class MeterQuestions {
  private static final int NOT_FOUND = 404;

  private final MeterClient.Factory clients;
  private final MeterStore meters;
  private final CollectSentences meterSentences;
  private final OperationSentences sentences;

  public MeterQuestions(MeterClient.Factory clients, MeterStore meters, CollectSentences meterSentences,
      OperationSentences sentences) {
    this.clients = clients;
    this.meters = meters;
    this.meterSentences = meterSentences;
    this.sentences = sentences;
  }

  /// Asks. A token that is no text never ends; that is an answer too.
  public LookResult look(URI uri) {
    try (MeterClient client = clients.open(uri)) {
      FirmwareVersion version = version(client);
      TokenState token = token(client);
      return new LookResult.Seen(
          new MeterLook(version, ReleaseVersion.readings(version), token, owner(token)));
    } catch (MeterException e) {
      return new LookResult.NotSeen(sentences.text("version.no.answer", meterSentences.broken(e)));
    }
  }

  /// How many readings it holds. Reads all of them, which takes a while.
  ///
  /// @param progress told the bytes; may cancel
  /// @return empty when it was cancelled or the meter did not tell
  public OptionalInt count(URI uri, Progress progress) {
    try (MeterClient client = clients.open(uri)) {
      MeterReply reply = client.get(Endpoint.TELEMETRY, progress);
      return reply.ok() ? OptionalInt.of(reply.body().length() / ReadingCodec.RECORD_LENGTH) : OptionalInt.empty();
    } catch (MeterException e) {
      return OptionalInt.empty();
    }
  }

  private static FirmwareVersion version(MeterClient client) throws MeterException {
    MeterReply reply = client.get(Endpoint.VERSION, Progress.NONE);
    if (reply.status() == NOT_FOUND)
      return FirmwareVersion.OLDEST;
    Optional<FirmwareVersion> version = reply.ok() ? FirmwareVersion.decode(reply.body()) : Optional.empty();
    return version.orElseThrow(() -> new MeterException(MeterException.Kind.NOT_A_METER, Endpoint.VERSION,
        reply.body(), new IllegalStateException("status " + reply.status())));
  }

  private static TokenState token(MeterClient client) throws MeterException {
    try {
      MeterReply reply = client.get(Endpoint.TOKEN, Progress.NONE);
      return reply.ok() ? TokenState.of(reply.body()) : new TokenState.Unset();
    } catch (MeterException e) {
      return switch (e.kind()) {
        case SILENT, STALLED, CUT_OFF -> new TokenState.Unreadable("the answer never ends");
        case UNREACHABLE, TOO_LONG, NOT_A_METER, CANCELLED -> throw e;
      };
    }
  }

  private Optional<MeterRow> owner(TokenState token) {
    if (!(token instanceof TokenState.Present(MeterToken held)))
      return Optional.empty();
    try {
      return meters.meters().stream().filter(meter -> meter.token().equals(Optional.of(held))).findFirst();
    } catch (StoreException e) {
      return Optional.empty(); // nobody is known then
    }
  }
}
