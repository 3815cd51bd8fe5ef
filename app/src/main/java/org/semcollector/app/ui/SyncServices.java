package org.semcollector.app.ui;

import java.util.List;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.sync.SyncPreview;
import org.semcollector.app.sync.server.ServerTools;

/// What the Sync screen works with.
///
/// @param queue what is to be done for each meter
/// @param runs the history
/// @param server sign-in, devices, dashboard
/// @param preparation which meter is to get which device's token
public record SyncServices(SyncUseCase run, Queue queue, SyncRuns runs, ServerTools server,
    SetUpPreparation preparation) {
  /// What waits, meter by meter. Blocks; called from a worker thread.
  public interface Queue {
    List<SyncPreview> meters() throws StoreException;
  }
}
