package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.rebuild.Databases;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.Compaction;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.h2.H2Store;

/// The database files of one data folder: `sem.mv.db`, and beside it the one a rebuild makes.
final class DatabaseFiles implements Databases, Compaction {
  private static final String SUFFIX = ".mv.db";
  private static final String BEFORE = "sem-before-";

  private final Path folder;
  private final ZoneId zone;
  private final Storing storing;

  DatabaseFiles(Path dataDir, ZoneId zone, Storing storing) {
    this.folder = dataDir.resolve("database");
    this.zone = zone;
    this.storing = storing;
  }

  /// The database in use, without H2's suffix.
  Path current() {
    return folder.resolve("sem");
  }

  @Override
  public Fresh makeFresh() throws StoreException {
    RebuildLock lock = lock();
    Optional<H2Store> old = Optional.empty();
    try {
      old = hold();
      Files.deleteIfExists(file(fresh()));
      return new FreshStore(this, lock, old, H2Store.open(fresh(), zone, new KeptSumsFollower()), storing);
    } catch (IOException e) {
      giveBack(lock, old);
      throw notWritable(e);
    } catch (StoreException | RuntimeException e) {
      giveBack(lock, old);
      throw e;
    }
  }

  private RebuildLock lock() throws StoreException {
    try {
      Files.createDirectories(folder);
      return RebuildLock.take(folder.resolve("rebuild.lock"));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private static void giveBack(RebuildLock lock, Optional<H2Store> old) throws StoreException {
    lock.close();
    if (old.isPresent())
      old.get().close();
  }

  /// The database in use, open so that no other program can have it; empty when there is none or it cannot be read.
  Optional<H2Store> hold() throws StoreException {
    if (!Files.exists(file(current())))
      return Optional.empty();
    try {
      return Optional.of(H2Store.open(current(), zone, new KeptSumsFollower()));
    } catch (StoreException e) {
      if (e.inUse())
        throw e;
      return Optional.empty();
    }
  }

  private boolean exists() {
    return Files.exists(file(current()));
  }

  /// Gives the old database a second name, then puts the fresh one over the first: whenever power fails, `sem.mv.db` is
  /// one of the two, complete.
  ///
  /// @return where the old one is kept; empty text when there was none
  String replace() throws StoreException {
    try {
      Optional<Path> kept = exists() ? Optional.of(secondName()) : Optional.empty();
      Files.move(file(fresh()), file(current()), StandardCopyOption.ATOMIC_MOVE);
      if (kept.isPresent())
        deleteOlderThan(kept.get());
      return kept.map(Path::toString).orElse("");
    } catch (IOException e) {
      throw new StoreException("The database made from the journal could not be put in its place in " + folder
          + "; the journal has everything: close other programs that use that folder and rebuild again.", e);
    }
  }

  /// Of the databases that rebuilding replaced only the last one is of use.
  private void deleteOlderThan(Path newest) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(BEFORE) && name.endsWith(SUFFIX) && !file.equals(newest))
          Files.deleteIfExists(file);
      }
    } catch (FileSystemException e) {
      // another program reads it: it goes with the next rebuild
    }
  }

  @Override
  public Sizes compact() throws StoreException {
    Path file = file(current());
    try {
      long before = Files.exists(file) ? Files.size(file) : 0;
      if (before > 0)
        H2Store.open(current(), zone, new KeptSumsFollower()).closeCompacted();
      return new Sizes(before, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private Path secondName() throws IOException {
    String name = BEFORE + storing.clock().instant().toString().replace(':', '-');
    Path aside = folder.resolve(name + SUFFIX);
    for (int i = 2; Files.exists(aside); i++)
      aside = folder.resolve(name + "-" + i + SUFFIX);
    try {
      Files.createLink(aside, file(current()));
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file(current()), aside); // memory sticks know no second names
    }
    return aside;
  }

  private Path fresh() {
    return folder.resolve("sem-rebuilt");
  }

  private StoreException notWritable(IOException e) {
    return new StoreException("The folder " + folder + " cannot be written; the database is as it was. Check that the "
        + "disk has space and is yours to write, then try again.", e);
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }
}
