package org.semcollector.app.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A text file for its owner alone that is written whole: beside it first, forced to the disk, then moved over it.
public final class SmallFile {
  private static final Logger LOG = LoggerFactory.getLogger(SmallFile.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);

  private SmallFile() {}

  /// Writes a file; the former one is intact until the new one is complete and on the disk.
  public static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null)
      throw new IOException("no folder for " + file);
    Files.createDirectories(folder);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out = FileChannel.open(fresh,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
        ownersOnly(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining())
        out.write(bytes);
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(folder);
  }

  /// Gives a file that cannot be used another name, so that nothing overwrites it.
  ///
  /// @param now part of the new name
  /// @return what it is called now
  public static Path setAside(Path file, Instant now) throws IOException {
    String name = file.getFileName() + ".bad-" + STAMP.format(now);
    Path aside = file.resolveSibling(name);
    for (int i = 2; Files.exists(aside); i++)
      aside = file.resolveSibling(name + "-" + i);
    return Files.move(file, aside);
  }

  /// Some of these files hold tokens or what a password is made of.
  private static FileAttribute<?>[] ownersOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  // Without this a power cut may bring the former file back; where a system cannot do it, that is all that happens.
  private static void forceFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("the folder {} cannot be forced to the disk", folder, e);
    }
  }
}
