package org.semcollector.app.wifi.manual;

import java.net.URI;
import java.util.Optional;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;

/// Asks who answers at the meters' address, with the two requests that change no reading. Not to be asked again and again:
/// a meter writes to its flash when it is asked for its token.
public final class MeterProbe {
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final MeterClient.Factory clients;
  private final URI uri;

  /// @param clients with limits of a few seconds
  public MeterProbe(MeterClient.Factory clients) {
    this(clients, MeterNetwork.WEB_SERVER);
  }

  /// @param uri where to ask instead of the meters' address
  public MeterProbe(MeterClient.Factory clients, URI uri) {
    this.clients = clients;
    this.uri = uri;
  }

  /// Where it asks.
  public URI uri() {
    return uri;
  }

  /// Asks for version and token.
  public ProbeAnswer ask(Progress progress) {
    try (MeterClient client = clients.open(uri)) {
      MeterReply reply = client.get(Endpoint.VERSION, progress);
      Optional<FirmwareVersion> version = version(reply);
      return version.isEmpty() ? other("/version", reply) : token(client, version.get(), progress);
    } catch (MeterException e) {
      return switch (e.kind()) {
        case UNREACHABLE, SILENT, STALLED, CUT_OFF, CANCELLED -> new ProbeAnswer.Silent();
        case TOO_LONG, NOT_A_METER -> new ProbeAnswer.Other(String.valueOf(e.getMessage()));
      };
    }
  }

  private static Optional<FirmwareVersion> version(MeterReply reply) {
    if (reply.status() == NOT_FOUND)
      return Optional.of(FirmwareVersion.OLDEST);
    return reply.ok() ? FirmwareVersion.decode(reply.body()) : Optional.empty();
  }

  private static ProbeAnswer token(MeterClient client, FirmwareVersion version, Progress progress)
      throws MeterException {
    try {
      MeterReply reply = client.get(Endpoint.TOKEN, progress);
      boolean meter = reply.status() == SERVER_ERROR
          || (reply.ok() && reply.body().length() == MeterToken.LENGTH);
      return meter
          ? new ProbeAnswer.Meter(reply.ok() ? MeterToken.decode(reply.body()) : Optional.empty(), version)
          : other("/token", reply);
    } catch (MeterException e) {
      // a token that is not text never ends; a meter that told its version is one all the same
      boolean versioned = !version.equals(FirmwareVersion.OLDEST);
      return switch (e.kind()) {
        case SILENT, STALLED, CUT_OFF -> versioned
            ? new ProbeAnswer.Meter(Optional.empty(), version)
            : new ProbeAnswer.Silent();
        case UNREACHABLE, TOO_LONG, NOT_A_METER, CANCELLED -> throw e;
      };
    }
  }

  private static ProbeAnswer other(String path, MeterReply reply) {
    return new ProbeAnswer.Other(path + ": status " + reply.status() + ", " + reply.body().length() + " bytes");
  }
}
