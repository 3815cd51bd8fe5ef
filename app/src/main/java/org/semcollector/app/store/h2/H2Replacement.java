package org.semcollector.app.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.IngestStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoreReplacement;
import org.semcollector.protocol.meter.Ssid;

/// A new database file beside the old one, moved onto it when it is complete.
final class H2Replacement implements StoreReplacement {
  private static final String SUFFIX = ".mv.db";

  /// What people said about a meter; it is not in the journal.
  private record Named(Ssid ssid, Optional<String> name, ZoneId zone) {}

  private final Path file;
  private final Path freshFile;
  private final H2Store fresh;
  private final @Nullable Connections old;
  private final List<Named> named;
  private boolean tookOver;

  private H2Replacement(Path file, Path freshFile, H2Store fresh, @Nullable Connections old, List<Named> named) {
    this.file = file;
    this.freshFile = freshFile;
    this.fresh = fresh;
    this.old = old;
    this.named = named;
  }

  /// @param file the database in use, without H2's suffix
  static H2Replacement open(Path file, ZoneId newMetersZone) throws StoreException {
    Path freshFile = file.resolveSibling(file.getFileName() + ".rebuild");
    Connections old = oldDatabase(file);
    try {
      List<Named> named = old == null ? List.of() : named(old);
      Files.deleteIfExists(withSuffix(freshFile));
      return new H2Replacement(file, freshFile, H2Store.open(freshFile, newMetersZone), old, named);
    } catch (StoreException | IOException | RuntimeException e) {
      if (old != null)
        old.close();
      throw e instanceof StoreException known ? known : cannotWrite(file, e);
    }
  }

  /// The old database, open so that nobody else uses it; null when there is none that can be read.
  private static @Nullable Connections oldDatabase(Path file) throws StoreException {
    if (!Files.exists(withSuffix(file)))
      return null;
    try {
      return Connections.open(file);
    } catch (StoreException e) {
      if (Failures.isInUse(e))
        throw e;
      return null;
    }
  }

  private static List<Named> named(Connections old) {
    try {
      return old.read(connection -> Sql.list(connection, row -> new Named(new Ssid(row.getString("ssid")),
          Optional.ofNullable(row.getString("name")), ZoneId.of(row.getString("zone"))),
          "SELECT ssid, name, zone FROM meter ORDER BY id"));
    } catch (StoreException e) {
      return List.of();
    }
  }

  @Override
  public IngestStore ingest() {
    return fresh.ingest();
  }

  @Override
  public String takeOver() throws StoreException {
    for (Named meter : named) {
      fresh.meters().setZone(meter.ssid(), meter.zone());
      if (meter.name().isPresent())
        fresh.meters().rename(meter.ssid(), meter.name().get());
    }
    fresh.close();
    if (old != null)
      old.close();
    try {
      String kept = Files.exists(withSuffix(file)) ? keep(withSuffix(file)).toString() : "";
      Files.move(withSuffix(freshFile), withSuffix(file), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      tookOver = true;
      return kept;
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /// A second name for the old file, so that there is a database under the first name at every moment.
  private Path keep(Path database) throws IOException {
    int number = 1;
    Path kept = file.resolveSibling(file.getFileName() + ".old-" + number + SUFFIX);
    while (Files.exists(kept)) {
      number++;
      kept = file.resolveSibling(file.getFileName() + ".old-" + number + SUFFIX);
    }
    try {
      return Files.createLink(kept, database);
    } catch (IOException | UnsupportedOperationException e) {
      return Files.copy(database, kept);
    }
  }

  @Override
  public void close() throws StoreException {
    if (tookOver)
      return;
    fresh.close();
    if (old != null)
      old.close();
    try {
      Files.deleteIfExists(withSuffix(freshFile));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static Path withSuffix(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }

  private static StoreException cannotWrite(Path file, Exception cause) {
    return new StoreException("The database beside " + file + " could not be written (is the disk full or the folder"
        + " protected?). The old database is as it was. Make room or give access, then try again.", cause);
  }
}
