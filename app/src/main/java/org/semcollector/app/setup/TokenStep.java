package org.semcollector.app.setup;

import java.util.Optional;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Stores a token on a meter and reads it back; what the meter says it holds decides, not what it answered.
final class TokenStep {
  private final SetUpService.Tools tools;
  private final SetUpListener listener;

  TokenStep(SetUpService.Tools tools, SetUpListener listener) {
    this.tools = tools;
    this.listener = listener;
  }

  /// @return what is wrong, as a sentence; empty when the meter gave the token back
  Optional<String> store(SetUpRequest request) throws JournalException {
    VisitRef visit = tools.journal().begin(request.ssid(), tools.clock().instant());
    Optional<String> problem;
    try {
      listener.storeToken();
      send(request, visit);
      listener.readToken();
      problem = readBack(request, visit);
    } catch (MeterException e) {
      problem = Optional.of(tools.sentences().text("token.unread"));
    }
    String sentence = problem.orElse(tools.sentences().text("token.stored"));
    tools.journal().append(visit, new VisitFact.Ended(tools.clock().instant(), problem.isEmpty() ? "done" : "partly",
        sentence));
    return problem;
  }

  /// It may have been stored though no answer came: reading it back tells.
  private void send(SetUpRequest request, VisitRef visit) throws JournalException {
    Bytes token = request.token().encode();
    tools.journal().append(visit, new VisitFact.TokenSent(tools.clock().instant(), token.sha256()));
    try (MeterClient client = tools.clients().open(request.uri())) {
      client.post(Endpoint.TOKEN, token);
    } catch (MeterException e) {
      tools.journal().append(visit, new VisitFact.BrokenOff(tools.clock().instant(), e.endpoint(), e.received(),
          e.kind().toString()));
    }
  }

  private Optional<String> readBack(SetUpRequest request, VisitRef visit) throws JournalException, MeterException {
    try (MeterClient client = tools.clients().open(request.uri())) {
      MeterReply back = client.get(Endpoint.TOKEN, Progress.NONE);
      tools.journal().append(visit,
          new VisitFact.Received(tools.clock().instant(), Endpoint.TOKEN, back.status(), back.body()));
      return back.ok() && back.body().equals(request.token().encode())
          ? Optional.empty()
          : Optional.of(tools.sentences().text("token.different"));
    }
  }
}
