package org.semcollector.app.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.FirmwareImage;

/// A firmware image in a file.
public final class ImageFile {
  private ImageFile() {}

  /// The content; one byte more than fits tells that it is too long, and more is never read.
  public static Bytes read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.copyOf(in.readNBytes(FirmwareImage.SLOT_LENGTH + 1));
    }
  }
}
