package org.semcollector.app.sync.server;

import java.io.Serial;

/// Something on the server could not be done. The message is a sentence for users.
public final class ServerException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public ServerException(String sentence) {
    super(sentence);
  }

  public ServerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
