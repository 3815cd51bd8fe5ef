package org.semcollector.protocol.readout;

import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;

/// What a meter's token body means. A meter without a token can be collected all the same; only uploading needs one.
public sealed interface TokenState {
  /// What a body means that a meter gave with status 200.
  static TokenState of(Bytes body) {
    return ReadoutDecoder.token(Optional.of(body));
  }

  /// The meter has been set up.
  record Present(MeterToken token) implements TokenState {}

  /// The meter has no token: it refused the request, sent nothing, or holds 56 NULs.
  record Unset() implements TokenState {}

  /// The meter holds something that is not a token.
  ///
  /// @param reason why, a lower-case phrase ("12 of 56 bytes"); never the content, which may be part of a secret
  record Unreadable(String reason) implements TokenState {}
}
