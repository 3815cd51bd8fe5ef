package org.semcollector.app.export;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// A file cannot be written. The message is a sentence for users.
public final class ExportException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private ExportException(String message, Throwable cause) {
    super(message, cause);
  }

  static ExportException notBegun(Path file, IOException cause) {
    return new ExportException(file + " cannot be written (" + reason(cause) + "). Nothing was changed; the readings "
        + "are safe here. Choose another folder.", cause);
  }

  static ExportException broken(Path file, IOException cause) {
    return new ExportException(file + " could not be written completely (" + reason(cause) + "). The readings are safe "
        + "here, and no half file was left; make room or choose another folder, then export again.", cause);
  }

  /// A sentence for users.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such folder";
      case AccessDeniedException _ -> "access denied";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
