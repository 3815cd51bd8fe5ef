package org.semcollector.app.setup;

import java.io.IOException;
import java.util.Optional;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterToken;

/// What speaks against a set-up before anything is changed: one token on two meters would mix their readings up on the
/// server for ever, and a meter that somebody else set up is not ours to erase.
final class SetUpRefusal {
  private final SetUpService.Tools tools;

  SetUpRefusal(SetUpService.Tools tools) {
    this.tools = tools;
  }

  /// The reason as a sentence; empty when nothing speaks against it, or somebody said that the token is to be replaced.
  Optional<String> of(SetUpRequest request) throws StoreException {
    if (request.replace())
      return Optional.empty();
    return known(request).or(() -> prepared(request)).or(() -> held(request));
  }

  private Optional<String> known(SetUpRequest request) throws StoreException {
    for (MeterRow meter : tools.meters().meters()) {
      boolean same = meter.ssid().equals(request.ssid());
      boolean sameToken = meter.token().equals(Optional.of(request.token()));
      if (sameToken && !same)
        return Optional.of(text("not.token.taken", meter.ssid().value(), meter.name()));
      if (same && meter.token().isPresent() && !sameToken)
        return Optional.of(text("not.set.up.already", meter.name()));
    }
    return Optional.empty();
  }

  private Optional<String> prepared(SetUpRequest request) {
    try {
      return tools.prepared().all().stream()
          .filter(other -> other.token().equals(request.token()) && !other.ssid().equals(request.ssid()))
          .map(other -> text("not.token.prepared", other.ssid().value())).findFirst();
    } catch (IOException e) {
      return Optional.empty(); // a list that cannot be read keeps nobody from setting a meter up
    }
  }

  /// A meter that does not answer, or whose token is no text, is judged by the visit that follows.
  private Optional<String> held(SetUpRequest request) {
    try (MeterClient client = tools.clients().open(request.uri())) {
      MeterReply reply = client.get(Endpoint.TOKEN, Progress.NONE);
      Optional<MeterToken> held = reply.ok() ? MeterToken.decode(reply.body()) : Optional.empty();
      return held.filter(token -> !token.equals(request.token())).map(_ -> text("not.other.token"));
    } catch (MeterException e) {
      return Optional.empty();
    }
  }

  private String text(String key, Object... values) {
    return tools.sentences().text(key, values);
  }
}
