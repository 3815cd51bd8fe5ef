package org.semcollector.app.firmware;

import java.net.URI;
import java.util.Optional;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;

/// Who a meter says it is and what it runs.
///
/// @param version of the firmware; builds that do not know the request are the oldest
/// @param tokenBody what it answered to the request for its token; empty when it holds none
record MeterSays(FirmwareVersion version, Bytes tokenBody) {
  private static final int NOT_FOUND = 404;

  /// Asks.
  ///
  /// @throws MeterException when it cannot be reached, or what answers is no meter
  static MeterSays ask(MeterClient.Factory clients, URI uri) throws MeterException {
    try (MeterClient client = clients.open(uri)) {
      MeterReply version = client.get(Endpoint.VERSION, Progress.NONE);
      Optional<FirmwareVersion> number = version.status() == NOT_FOUND
          ? Optional.of(FirmwareVersion.OLDEST)
          : version.ok() ? FirmwareVersion.decode(version.body()) : Optional.empty();
      FirmwareVersion known = number.orElseThrow(() -> new MeterException(MeterException.Kind.NOT_A_METER,
          Endpoint.VERSION, version.body(), new IllegalStateException("status " + version.status())));
      MeterReply token = client.get(Endpoint.TOKEN, Progress.NONE);
      return new MeterSays(known, token.ok() ? token.body() : Bytes.EMPTY);
    }
  }

  Optional<MeterToken> token() {
    return MeterToken.decode(tokenBody);
  }
}
