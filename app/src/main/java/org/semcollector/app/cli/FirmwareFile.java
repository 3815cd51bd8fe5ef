package org.semcollector.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.FirmwareImage;

/// A firmware image in a file.
final class FirmwareFile {
  private FirmwareFile() {}

  /// The content; one byte more than fits tells that it is too long, and more is never read.
  static Bytes read(Path file) throws CliException {
    if (Files.isDirectory(file))
      throw new CliException(file + " is a folder, not a firmware file. No meter was touched.");
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.copyOf(in.readNBytes(FirmwareImage.SLOT_LENGTH + 1));
    } catch (IOException e) {
      throw new CliException(file + " cannot be read (" + InputFile.reason(e) + "). No meter was touched.");
    }
  }
}
