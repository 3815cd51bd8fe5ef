package org.semcollector.app.cli;

import java.net.URI;
import java.util.Optional;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Who answers at an address, when nobody says: the known meter with that token, or a name made from the token.
final class UrlIdentity {
  private UrlIdentity() {}

  static Ssid of(URI url, Services services) throws Exception {
    MeterToken token = token(url, services).orElseThrow(() -> new CliException(ExitCode.USAGE,
        "The meter at " + url + " has no token to be known by: say its name with --ssid. Nothing was changed."));
    for (MeterRow meter : services.meters().meters()) {
      if (meter.token().filter(token::equals).isPresent())
        return meter.ssid();
    }
    return madeFrom(token);
  }

  private static Optional<MeterToken> token(URI url, Services services) throws CliException {
    try (MeterClient client = services.meterClients().open(url)) {
      MeterReply reply = client.get(Endpoint.TOKEN, Progress.NONE);
      return reply.ok() ? MeterToken.decode(reply.body()) : Optional.empty();
    } catch (MeterException e) {
      throw new CliException("No meter answers at " + url + " (" + e.getMessage()
          + "). Nothing was changed; check the address and that the meter has power.");
    }
  }

  /// A locally administered address (02:…) from the token's hash: stable, and never that of a real meter.
  private static Ssid madeFrom(MeterToken token) {
    String hash = token.encode().sha256();
    var mac = new StringBuilder("SEM-02");
    for (int i = 0; i < 10; i += 2)
      mac.append(':').append(hash, i, i + 2);
    return new Ssid(mac.toString());
  }
}
