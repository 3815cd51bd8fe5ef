package org.semcollector.app.sync.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.sync.FirmwareNews;
import org.semcollector.protocol.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server calls the images that are held on this laptop; others have no name.
public record HeldNames(FirmwareLibrary library) implements FirmwareNews.Names {
  private static final Logger LOG = LoggerFactory.getLogger(HeldNames.class);

  @Override
  public Optional<FirmwareNews.Name> of(String sha256) {
    try {
      for (HeldFirmware held : library.held()) {
        if (Bytes.copyOf(Files.readAllBytes(held.file())).sha256().equals(sha256))
          return Optional.of(new FirmwareNews.Name(held.firmware().title(), held.firmware().version()));
      }
    } catch (IOException | FirmwareException e) {
      LOG.warn("the name of a firmware is not known: its number is told instead", e);
    }
    return Optional.empty();
  }
}
