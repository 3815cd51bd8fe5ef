package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.file.Path;

/// The few file operations the journal needs, each durable when it returns.
interface Disk {
  /// Creates a folder and its parents, for the owner only; nothing happens when it exists.
  void createFolders(Path folder) throws IOException;

  /// Creates a folder in an existing one.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
  void createFolder(Path folder) throws IOException;

  /// Writes a whole file under its name: it is never seen half-written.
  void write(Path file, byte[] content) throws IOException;

  /// Cuts a file to a length and adds to it; creates it when missing.
  void append(Path file, long keptLength, byte[] content) throws IOException;

  byte[] read(Path file) throws IOException;

  /// The first bytes of a file, up to a number.
  byte[] read(Path file, int most) throws IOException;

  /// Bytes that can still be written where the folder is.
  long usableBytes(Path folder) throws IOException;
}
