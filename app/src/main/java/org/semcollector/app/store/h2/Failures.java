package org.semcollector.app.store.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.semcollector.app.store.StoreException;

/// Says in a sentence what a failure of the database means for the user.
final class Failures {
  private Failures() {}

  static StoreException translate(Path file, SQLException failure) {
    boolean inUse = failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    return new StoreException(sentence(file, failure), inUse ? new StoreException.InUse(failure) : failure);
  }

  private static String sentence(Path file, SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "The database " + file + " is in use by another SEM Collector."
          + " Nothing was changed. Close the other one, then try again.";
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.UNSUPPORTED_SETTING_COMBINATION,
          ErrorCode.GENERAL_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
        "The database " + file + " cannot be read: it"
            + " is damaged or not a database of SEM Collector. Everything that was collected is safe in the journal;"
            + " run `sem rebuild` to make the database from it again.";
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
          ErrorCode.ERROR_OPENING_DATABASE_1 ->
        "The database " + file
            + " could not be read or written (is the disk full or the folder protected?). Everything that was"
            + " collected is safe in the journal. Make room or give access, then try again.";
      default -> "The database " + file + " refused its work (" + failure.getErrorCode() + "). Everything that was"
          + " collected is safe in the journal; if this comes again, run `sem rebuild`.";
    };
  }
}
