package org.semcollector.app.sync.thingsboard;

import java.io.Serial;
import java.security.cert.CertificateException;
import org.semcollector.app.sync.KeyPin;

/// The server's certificate is trusted but its key is not the pinned one.
final class WrongKeyException extends CertificateException {
  @Serial
  private static final long serialVersionUID = 1;

  /// @param seen the key the server has
  WrongKeyException(KeyPin seen) {
    super("a server with another key than the pinned one (it has " + seen + ")");
  }
}
