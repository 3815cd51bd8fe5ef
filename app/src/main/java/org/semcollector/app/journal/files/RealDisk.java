package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/// The operating system's disk. Files are readable by their owner only where the system knows owners: a token is a
/// secret.
final class RealDisk implements Disk {
  static final String TEMPORARY = ".part";
  private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final FileAttribute<?>[] OWNER_FOLDER = POSIX
      ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
      : new FileAttribute<?>[0];
  private static final FileAttribute<?>[] OWNER_FILE = POSIX
      ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
      : new FileAttribute<?>[0];

  @Override
  public void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder))
      return;
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null)
      createFolders(parent);
    createFolder(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder, OWNER_FOLDER);
    syncFolderOf(folder);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    try (var channel = FileChannel.open(temporary, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), OWNER_FILE)) {
      writeFully(channel, content);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolderOf(file);
  }

  @Override
  public void append(Path file, long keptLength, byte[] content) throws IOException {
    boolean isNew = !Files.exists(file);
    try (var channel = FileChannel.open(file, Set.of(CREATE, WRITE), OWNER_FILE)) {
      channel.truncate(keptLength);
      channel.position(keptLength);
      writeFully(channel, content);
    }
    if (isNew)
      syncFolderOf(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public byte[] read(Path file, int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public long usableBytes(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private static void writeFully(FileChannel channel, byte[] content) throws IOException {
    var buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /// A new name is only durable when its folder is. Windows cannot open folders and writes names through by itself.
  private static void syncFolderOf(Path entry) throws IOException {
    Path folder = entry.toAbsolutePath().getParent();
    if (!POSIX || folder == null)
      return;
    try (var channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
