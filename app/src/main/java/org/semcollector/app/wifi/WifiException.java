package org.semcollector.app.wifi;

import java.io.Serial;

/// Wi-Fi cannot do what was asked. The message is a sentence for users with the remedy.
public final class WifiException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /// Why.
  public enum Kind {
    NO_ADAPTER, NOT_FOUND, JOIN_FAILED, UNSUPPORTED
  }

  public WifiException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
