package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.StoreException;
import org.slf4j.LoggerFactory;

/// Lets one program at a time rebuild a database; given back by the operating system even after a kill.
final class RebuildLock implements AutoCloseable {
  private final FileChannel channel;

  private RebuildLock(FileChannel channel) {
    this.channel = channel;
  }

  static RebuildLock take(Path file) throws IOException, StoreException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new StoreException("Another SEM Collector is rebuilding the database in " + file.getParent()
          + ". Nothing was changed; let it finish, then try again.");
    }
    return new RebuildLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held in this very program
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(RebuildLock.class).warn("closing the lock failed", e);
    }
  }
}
