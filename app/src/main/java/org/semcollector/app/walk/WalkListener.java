package org.semcollector.app.walk;

import org.semcollector.app.meter.CollectListener;
import org.semcollector.protocol.meter.Ssid;

/// Follows a walk. Called from the thread that walks.
public interface WalkListener {
  /// Follows nothing.
  WalkListener NONE = _ -> {};

  void on(WalkEvent event);

  /// Follows the steps of a visit; asked when it begins.
  default CollectListener visit(Ssid meter) {
    return CollectListener.NONE;
  }
}
