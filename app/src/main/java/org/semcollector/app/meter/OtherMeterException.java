package org.semcollector.app.meter;

import java.io.Serial;
import java.util.Objects;

/// What answers is not, or cannot be told to be, the meter that answered first. The message is a sentence.
final class OtherMeterException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  OtherMeterException(String sentence) {
    super(sentence);
  }

  /// A sentence for users.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
