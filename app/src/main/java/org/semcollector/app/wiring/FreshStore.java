package org.semcollector.app.wiring;

import java.util.Optional;
import org.semcollector.app.rebuild.Databases;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.h2.H2Store;

/// A database in the making; the one in use is held open meanwhile, so that no other program works with it.
final class FreshStore implements Databases.Fresh {
  private final DatabaseFiles files;
  private final RebuildLock lock;
  private final H2Store store;
  private final Storing storing;
  private Optional<H2Store> old;

  FreshStore(DatabaseFiles files, RebuildLock lock, Optional<H2Store> old, H2Store store, Storing storing) {
    this.files = files;
    this.lock = lock;
    this.old = old;
    this.store = store;
    this.storing = storing;
  }

  @Override
  public VisitProjection projection() {
    return storing.projection(store, storing.settlement(store));
  }

  @Override
  public MeterStore meters() {
    return store.meters();
  }

  @Override
  public String swap() throws StoreException {
    if (old.isEmpty())
      old = files.hold(); // another program may have made one meanwhile
    store.inherit(old);
    store.closeCompacted();
    releaseOld();
    return files.replace();
  }

  private void releaseOld() throws StoreException {
    Optional<H2Store> held = old;
    old = Optional.empty();
    if (held.isPresent())
      held.get().close();
  }

  @Override
  public void close() throws StoreException {
    try (lock) {
      store.close();
    } finally {
      releaseOld();
    }
  }
}
