package org.semcollector.app.meter.http;

import java.io.IOException;
import java.io.Serial;

/// A body is longer than any meter's memory.
final class TooLongException extends IOException {
  @Serial
  private static final long serialVersionUID = 1;

  TooLongException(long length) {
    super(length + " bytes");
  }
}
