package org.semcollector.app.journal;

import java.io.Serial;
import java.util.Objects;

/// The journal could not be written or does not hold what it promised. The message is a sentence for users.
public final class JournalException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  /// A sentence for users.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
