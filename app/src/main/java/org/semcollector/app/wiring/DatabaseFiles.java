package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.semcollector.app.rebuild.Databases;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.protocol.clock.ClockEstimators;

/// The database files of one data folder: `sem.mv.db`, and beside it the one a rebuild makes.
final class DatabaseFiles implements Databases {
  private static final String SUFFIX = ".mv.db";

  private final Path folder;
  private final ZoneId zone;
  private final Clock clock;

  DatabaseFiles(Path dataDir, ZoneId zone, Clock clock) {
    this.folder = dataDir.resolve("database");
    this.zone = zone;
    this.clock = clock;
  }

  /// The database in use, without H2's suffix.
  Path current() {
    return folder.resolve("sem");
  }

  @Override
  public List<MeterRow> oldMeters() throws StoreException {
    if (!Files.exists(file(current())))
      return List.of();
    try (H2Store store = H2Store.open(current(), zone)) {
      return store.meters().meters();
    } catch (StoreException e) {
      if (e.inUse())
        throw e;
      return List.of();
    }
  }

  @Override
  public Fresh makeFresh() throws StoreException {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file(fresh()));
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " cannot be written; the database is as it was.", e);
    }
    return new FreshStore(H2Store.open(fresh(), zone));
  }

  @Override
  public String swap() throws StoreException {
    try {
      String kept = "";
      if (Files.exists(file(current()))) {
        Path aside = folder.resolve("sem-before-" + clock.instant().toString().replace(':', '-') + SUFFIX);
        Files.move(file(current()), aside, StandardCopyOption.ATOMIC_MOVE);
        kept = aside.toString();
      }
      Files.move(file(fresh()), file(current()), StandardCopyOption.ATOMIC_MOVE);
      return kept;
    } catch (IOException e) {
      throw new StoreException("The database made from the journal could not be put in its place in " + folder
          + "; the journal has everything: close other programs that use that folder and rebuild again.", e);
    }
  }

  private Path fresh() {
    return folder.resolve("sem-rebuilt");
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }

  private record FreshStore(H2Store store) implements Fresh {
    @Override
    public VisitProjection projection() {
      return new VisitIngest(store.ingest(), ClockEstimators.standard());
    }

    @Override
    public MeterStore meters() {
      return store.meters();
    }

    @Override
    public void close() throws StoreException {
      store.close();
    }
  }
}
