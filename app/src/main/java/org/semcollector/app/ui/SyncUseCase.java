package org.semcollector.app.ui;

import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;

/// One run of bringing readings to the server and proving them.
public interface SyncUseCase {
  /// Blocks; called from a worker thread.
  SyncReport sync(SyncTarget target, SyncOptions options, SyncListener listener) throws StoreException;
}
