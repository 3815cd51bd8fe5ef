package org.semcollector.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.app.firmware.ImageFile;
import org.semcollector.protocol.Bytes;

/// A firmware image in a file.
final class FirmwareFile {
  private FirmwareFile() {}

  /// The content, at most one byte more than fits.
  static Bytes read(Path file) throws CliException {
    if (Files.isDirectory(file))
      throw new CliException(file + " is a folder, not a firmware file. No meter was touched.");
    try {
      return ImageFile.read(file);
    } catch (IOException e) {
      throw new CliException(file + " cannot be read (" + InputFile.reason(e) + "). No meter was touched.");
    }
  }
}
