package org.semcollector.app.meter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.journal.JournalException;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterToken;

/// Tells the visited meter from others: all of them have the same address. The token says who it is; without one only
/// the readings can.
final class Identity {
  private final MeterTalk talk;
  private final CollectSentences sentences;
  private final @Nullable MeterReply token;

  private Identity(MeterTalk talk, CollectSentences sentences, @Nullable MeterReply token) {
    this.talk = talk;
    this.sentences = sentences;
    this.token = token;
  }

  /// Asks for the token. A token that is not text never ends; the visit goes on without.
  static Identity ask(MeterTalk talk, CollectSentences sentences) throws MeterException, JournalException {
    try {
      MeterReply token = talk.peek(Endpoint.TOKEN, CollectStep.IDENTIFY);
      talk.keep(Endpoint.TOKEN, token);
      return new Identity(talk, sentences, token);
    } catch (MeterException e) {
      return switch (e.kind()) {
        case SILENT, STALLED, CUT_OFF -> new Identity(talk, sentences, null);
        case UNREACHABLE, TOO_LONG, NOT_A_METER, CANCELLED -> throw e;
      };
    }
  }

  /// The token, where the meter has one.
  Optional<MeterToken> token() {
    return token != null && token.ok() ? MeterToken.decode(token.body()) : Optional.empty();
  }

  /// Whether a token tells this meter from others.
  boolean isUnique() {
    return token != null && token.ok();
  }

  /// Asks again and compares.
  void confirm(CollectStep step) throws MeterException, JournalException, OtherMeterException {
    if (token == null)
      return;
    MeterReply again = talk.peek(Endpoint.TOKEN, step);
    boolean same = again.status() == token.status() && (!token.ok() || again.body().equals(token.body()));
    if (!same) {
      talk.keepStrange(Endpoint.TOKEN, again, "not the token this visit began with");
      throw new OtherMeterException(sentences.text("other.token"));
    }
    talk.keep(Endpoint.TOKEN, again);
  }
}
