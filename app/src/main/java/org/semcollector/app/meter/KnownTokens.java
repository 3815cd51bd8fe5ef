package org.semcollector.app.meter;

import java.util.Optional;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.MeterToken;

/// Tells from earlier visits whether the meter that answers is the one that was meant: every meter has the same address,
/// and readings filed under a wrong name could not be told apart again.
record KnownTokens(MeterStore meters, CollectSentences sentences) {
  /// @throws OtherMeterException when the token is known for another meter, or this meter is known with another token and
  ///     nobody said that it was set up anew
  void check(CollectRequest request, Optional<MeterToken> token) throws OtherMeterException {
    if (token.isEmpty())
      return;
    for (MeterRow meter : known()) {
      boolean sameToken = meter.token().equals(token);
      boolean sameMeter = meter.ssid().equals(request.ssid());
      if (sameToken && !sameMeter)
        throw new OtherMeterException(sentences.text("other.known", request.ssid(), meter.ssid(), meter.name()));
      if (sameMeter && !sameToken && meter.token().isPresent() && !request.tokenConfirmed())
        throw new OtherMeterException(sentences.text("other.new", request.ssid()));
    }
  }

  /// A store that cannot be read knows nobody; what it cannot take stops the visit before anything is erased.
  private Iterable<MeterRow> known() {
    try {
      return meters.meters();
    } catch (StoreException e) {
      return java.util.List.of();
    }
  }
}
