package org.semcollector.app.store;

import java.io.Serial;
import java.util.Objects;

/// The database cannot do what was asked. The message is a sentence for users.
public final class StoreException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /// A sentence for users.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// Whether another process uses the database, so that nothing is wrong with it.
  public boolean inUse() {
    return getCause() instanceof InUse;
  }

  /// The cause of a database that another process uses.
  public static final class InUse extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public InUse(Throwable cause) {
      super(cause);
    }
  }
}
