package org.semcollector.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.semcollector.app.store.StoreException;

/// Writes a file that gets its name only when it is complete and on the disk: half an export must not be taken for a
/// whole one, nor replace one.
public final class ExportFile {
  private ExportFile() {}

  /// What is written into the file.
  public interface Content {
    /// @param out stays open
    Rows write(OutputStream out) throws IOException, StoreException;
  }

  /// Writes and names a file, replacing one of that name. Nothing is left of an incomplete one.
  ///
  /// @return what the content says; the file has its name exactly when it is complete
  /// @throws ExportException when the disk is full, the folder cannot be written to, or the like
  public static Rows write(Path file, Content content) throws ExportException, StoreException {
    // a pipe or a device takes what comes
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    Path written = special ? file : file.resolveSibling(file.getFileName() + ".part");
    try {
      Rows rows = content(file, written, special, content);
      if (!special && rows.complete())
        move(written, file);
      return rows;
    } catch (IOException e) {
      throw ExportException.broken(file, e);
    } finally {
      if (!special)
        removeLeftOver(written);
    }
  }

  /// Writes; on the disk when this returns.
  private static Rows content(Path file, Path written, boolean special, Content content)
      throws IOException, ExportException, StoreException {
    try (FileChannel channel = open(file, written, special)) {
      Rows rows = content.write(Channels.newOutputStream(channel));
      if (!special && rows.complete())
        channel.force(true);
      return rows;
    }
  }

  private static FileChannel open(Path file, Path written, boolean special) throws ExportException {
    try {
      return special
          ? FileChannel.open(written, StandardOpenOption.WRITE)
          : FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw ExportException.notBegun(file, e);
    }
  }

  private static void move(Path written, Path file) throws IOException {
    try {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void removeLeftOver(Path written) {
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      // a left-over beside the file harms nobody
    }
  }
}
