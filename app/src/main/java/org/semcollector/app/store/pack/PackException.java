package org.semcollector.app.store.pack;

/// Packed bytes that cannot be unpacked: they are not as they were written.
public final class PackException extends Exception {
  private static final long serialVersionUID = 1;

  public PackException(String reason) {
    super(reason);
  }

  PackException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
