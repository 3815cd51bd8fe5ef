package org.semcollector.app.secret.credentials;

import java.io.Serial;

/// A Windows function failed.
public final class WindowsException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  /// @param error what GetLastError said
  public WindowsException(String function, int error) {
    super(function + " failed with error " + error);
  }
}
