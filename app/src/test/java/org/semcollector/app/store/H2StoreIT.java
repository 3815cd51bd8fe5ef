package org.semcollector.app.store;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.store.h2.H2Store;

/// The contract, kept by a real H2 file.
class H2StoreIT extends StoreContract {
  @TempDir
  Path folder;
  private @Nullable H2Store open;

  @Override
  StorePorts newStore() throws Exception {
    H2Store store = H2Store.open(folder.resolve("readings"), ZoneOffset.UTC);
    open = store;
    return new StorePorts(store.ingest(), store.readings(), store.meters(), store.outbox(), store.restarts());
  }

  @AfterEach
  void close() throws Exception {
    if (open != null)
      open.close();
  }
}
