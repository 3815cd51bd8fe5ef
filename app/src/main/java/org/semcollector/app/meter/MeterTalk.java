package org.semcollector.app.meter;

import org.semcollector.app.journal.JournalException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Endpoint;

/// Asks the visited meter and keeps every byte that comes.
final class MeterTalk {
  private final MeterClient client;
  private final VisitLog log;
  private final CollectListener listener;

  MeterTalk(MeterClient client, VisitLog log, CollectListener listener) {
    this.client = client;
    this.log = log;
    this.listener = listener;
  }

  /// Asks and keeps the answer as the visited meter's.
  VisitFact.Received ask(Endpoint endpoint, CollectStep step) throws MeterException, JournalException {
    return keep(endpoint, peek(endpoint, step));
  }

  /// Asks; a broken answer is kept as such, a whole one is still to be judged and kept by [#keep] or [#keepStrange].
  MeterReply peek(Endpoint endpoint, CollectStep step) throws MeterException, JournalException {
    return get(endpoint, listener.bytes(step));
  }

  /// Asks for what must not be aborted half-way.
  MeterReply askToTheEnd(Endpoint endpoint) throws MeterException, JournalException {
    return get(endpoint, Progress.NONE);
  }

  VisitFact.Received post(Endpoint endpoint, org.semcollector.protocol.Bytes body)
      throws MeterException, JournalException {
    try {
      return keep(endpoint, client.post(endpoint, body));
    } catch (MeterException e) {
      keepBroken(e);
      throw e;
    }
  }

  VisitFact.Received keep(Endpoint endpoint, MeterReply reply) throws JournalException {
    var received = new VisitFact.Received(log.now(), endpoint, reply.status(), reply.body());
    log.add(received);
    return received;
  }

  /// Keeps an answer that is not used.
  void keepStrange(Endpoint endpoint, MeterReply reply, String reason) throws JournalException {
    log.add(new VisitFact.BrokenOff(log.now(), endpoint, reply.body(), "status " + reply.status() + ": " + reason));
  }

  private MeterReply get(Endpoint endpoint, Progress progress) throws MeterException, JournalException {
    try {
      return client.get(endpoint, progress);
    } catch (MeterException e) {
      keepBroken(e);
      throw e;
    }
  }

  private void keepBroken(MeterException e) throws JournalException {
    log.add(new VisitFact.BrokenOff(log.now(), e.endpoint(), e.received(), e.kind().toString()));
  }
}
