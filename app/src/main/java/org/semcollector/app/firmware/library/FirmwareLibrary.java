package org.semcollector.app.firmware.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Firmware files on this laptop. Only files whose size and checksum are right get in.
public interface FirmwareLibrary {
  /// What is held, by profile, title and version; files that were changed or damaged since are left out.
  List<HeldFirmware> held() throws FirmwareException;

  /// The file of a package, when it is held and still as it was.
  Optional<HeldFirmware> find(ServerFirmware firmware) throws FirmwareException;

  /// Takes in a file while it comes.
  ///
  /// @param content read to its end; not closed
  /// @throws IOException when the content stops early: nothing is kept
  /// @throws FirmwareException when the file is not what the package says, or cannot be written
  HeldFirmware keep(ServerFirmware firmware, InputStream content) throws IOException, FirmwareException;
}
