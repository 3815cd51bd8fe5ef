package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.journal.JournalException;

/// Lets one program at a time write a journal. Taken at the first write, so that others can read meanwhile; given back
/// by the operating system even after a kill.
final class JournalLock implements AutoCloseable {
  private final Path file;
  private @Nullable FileChannel channel;

  JournalLock(Path root) {
    this.file = root.resolve("journal.lock");
  }

  synchronized void take() throws IOException, JournalException {
    if (channel != null)
      return;
    FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(opened) == null) {
      opened.close();
      throw new JournalException("Another SEM Collector is working with the journal in " + file.getParent()
          + ". Nothing was changed; close the other one, or let it finish, and try again.");
    }
    channel = opened;
  }

  private static @Nullable FileLock lock(FileChannel opened) throws IOException {
    try {
      return opened.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held in this very program
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null)
      channel.close();
    channel = null;
  }
}
