package org.semcollector.app.secret;

import java.io.Serial;

/// A secret could not be kept, read or removed. The message is a sentence for users and holds no secret.
public final class SecretException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public SecretException(String sentence) {
    super(sentence);
  }

  public SecretException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
