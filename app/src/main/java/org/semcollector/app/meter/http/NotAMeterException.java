package org.semcollector.app.meter.http;

import java.io.IOException;
import java.io.Serial;

/// A reply that a meter's web server cannot send.
final class NotAMeterException extends IOException {
  @Serial
  private static final long serialVersionUID = 1;

  NotAMeterException(String message) {
    super(message);
  }
}
