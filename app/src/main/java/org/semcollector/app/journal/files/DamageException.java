package org.semcollector.app.journal.files;

import java.io.Serial;

/// A line or a body is not what was written. The message says what is wrong and is completed with file and line.
final class DamageException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  DamageException(String message) {
    super(message);
  }
}
