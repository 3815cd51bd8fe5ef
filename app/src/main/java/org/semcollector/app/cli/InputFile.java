package org.semcollector.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.ReadingCodec;

/// A meter's body in a file, read with one clear sentence for everything that can be wrong with it.
final class InputFile {
  private InputFile() {}

  /// The whole content; refuses what cannot be a meter's body before reading it.
  static Bytes read(Path file) throws CliException {
    try {
      if (Files.isDirectory(file)) {
        throw new CliException(file + " is a folder, not a file of meter data.");
      }
      long size = Files.size(file);
      if (size > ReadingCodec.LONGEST_BODY) {
        throw new CliException(file + " is refused at offset " + ReadingCodec.LONGEST_BODY + ": its " + size
            + " bytes are more than any meter can store. Check that it is the right file.");
      }
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CliException(file + " cannot be read (" + reason(e) + ").");
    }
  }

  /// The sentence for a file that is not what a meter sends.
  static CliException malformed(Path file, int offset, String reason) {
    return new CliException(file + " is refused at offset " + offset + ": " + reason
        + ". Nothing was written; the file is unchanged.");
  }

  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "no such file";
      case java.nio.file.AccessDeniedException _ -> "access denied";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
