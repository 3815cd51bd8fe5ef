package org.semcollector.app.firmware.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.firmware.library.Checksum;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each package is `<id>.bin` beside `<id>.json`, which says what it is. The second is written last: without it the first
/// is a download that was cut off.
public final class FileFirmwareLibrary implements FirmwareLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(FileFirmwareLibrary.class);

  private final Path folder;
  private final Clock clock;
  private final HeldJson json = new HeldJson();

  /// @param folder need not exist yet
  public FileFirmwareLibrary(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<HeldFirmware> held() throws FirmwareException {
    List<HeldFirmware> held = new ArrayList<>();
    if (!Files.isDirectory(folder))
      return held;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files)
        read(file).ifPresent(held::add);
    } catch (NotDirectoryException e) {
      return held;
    } catch (IOException e) {
      throw new FirmwareException("The firmware files in " + folder + " cannot be read (" + e.getMessage()
          + "). Nothing was changed; check that the folder is yours to read.", e);
    }
    held.sort(Comparator.comparing((HeldFirmware one) -> one.firmware().profile())
        .thenComparing(one -> one.firmware().title()).thenComparing(one -> one.firmware().version()));
    return held;
  }

  @Override
  public Optional<HeldFirmware> find(ServerFirmware firmware) throws FirmwareException {
    return held().stream().filter(held -> held.firmware().equals(firmware)).findFirst();
  }

  @Override
  public HeldFirmware keep(ServerFirmware firmware, InputStream content) throws IOException, FirmwareException {
    Path file = folder.resolve(name(firmware) + ".bin");
    Path part = folder.resolve(name(firmware) + ".part");
    try {
      write(part, firmware.size(), content);
      verify(firmware, part);
      Files.deleteIfExists(description(file));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      var held = new HeldFirmware(firmware, file, clock.instant());
      SmallFile.write(description(file), json.write(held));
      return held;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void write(Path part, long size, InputStream content) throws IOException, FirmwareException {
    try (var out = open(part)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      // one byte more than promised is enough to know that it is another file
      for (int count = content.read(buffer); count >= 0 && written <= size; count = content.read(buffer)) {
        write(out, ByteBuffer.wrap(buffer, 0, count));
        written += count;
      }
      out.force(true);
    }
  }

  private FileChannel open(Path part) throws FirmwareException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  // a full disk is not a broken connection
  private void write(FileChannel out, ByteBuffer bytes) throws FirmwareException {
    try {
      while (bytes.hasRemaining())
        out.write(bytes);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private FirmwareException notWritten(IOException e) {
    return new FirmwareException("The firmware file cannot be written to " + folder + " (" + e.getMessage()
        + "). Nothing else was changed; check that the disk has space and is yours to write, then try again.", e);
  }

  private static void verify(ServerFirmware firmware, Path part) throws IOException, FirmwareException {
    String name = firmware.title() + " " + firmware.version();
    if (Files.size(part) != firmware.size())
      throw new FirmwareException(name + " is not " + firmware.size() + " bytes long as the server says, but "
          + (Files.size(part) > firmware.size() ? "longer" : Files.size(part) + " bytes")
          + ". It is not kept; download it again.");
    Optional<Boolean> right;
    try (var in = Files.newInputStream(part)) {
      right = Checksum.matches(firmware.algorithm(), firmware.checksum(), in);
    }
    if (right.isEmpty())
      throw new FirmwareException(name + " has a checksum of a kind this program does not know ("
          + firmware.algorithm() + "), so it cannot be trusted and is not kept. Upload it to the server with SHA256.");
    if (!right.get())
      throw new FirmwareException(name + " does not have the checksum the server says. It is not kept; download it "
          + "again, and if it fails again, upload the file to the server again.");
  }

  /// A held package; empty, with a line in the log, when the file is no longer what it was.
  private Optional<HeldFirmware> read(Path description) {
    String name = String.valueOf(description.getFileName());
    Path file = folder.resolve(name.substring(0, name.length() - ".json".length()) + ".bin");
    try {
      HeldFirmware held = json.read(Files.readString(description), file);
      verify(held.firmware(), file);
      return Optional.of(held);
    } catch (IOException | FirmwareException | IllegalArgumentException e) {
      LOG.warn("{} is not used: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Path description(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.substring(0, name.length() - ".bin".length()) + ".json");
  }

  /// The server's identifier, if it is one; never a path.
  private static String name(ServerFirmware firmware) {
    return firmware.id().replaceAll("[^A-Za-z0-9-]", "_");
  }
}
