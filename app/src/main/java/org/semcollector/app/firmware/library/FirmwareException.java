package org.semcollector.app.firmware.library;

import java.io.Serial;

/// A firmware file cannot be kept. The message is a sentence for users.
public final class FirmwareException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  public FirmwareException(String sentence) {
    super(sentence);
  }

  public FirmwareException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
