package org.semcollector.app.sync;

import java.nio.file.Path;
import java.util.Optional;

/// Whom a server that speaks https is believed: always a certificate for its name, signed by somebody the computer or
/// the extra file trusts; with a pin, only one certain key besides.
///
/// @param caFile certificates (PEM) that are trusted besides the computer's own; a server's self-signed one may be there
/// @param pin the key the server must have
public record ServerTrust(Optional<Path> caFile, Optional<KeyPin> pin) {
  /// What the computer trusts, nothing else.
  public static final ServerTrust COMPUTER = new ServerTrust(Optional.empty(), Optional.empty());
}
