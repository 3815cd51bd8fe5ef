package org.semcollector.app.correct;

import java.io.Serial;

/// An outage cannot have been when somebody says it was. The message says why, as a sentence.
public final class ImpossiblePinException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public ImpossiblePinException(String reason) {
    super(reason);
  }
}
