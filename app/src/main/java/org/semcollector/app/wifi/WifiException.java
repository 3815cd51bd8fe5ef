package org.semcollector.app.wifi;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Wi-Fi cannot do what was asked. The message is a sentence for users with the remedy.
public final class WifiException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final transient WifiFailure failure;

  public WifiException(WifiFailure failure) {
    this(failure, null);
  }

  /// @param cause what the system threw, for the log
  public WifiException(WifiFailure failure, @Nullable Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  /// What went wrong, to be told apart by programs.
  public WifiFailure failure() {
    return failure;
  }
}
