package org.semcollector.app.sync.server;

import java.util.Optional;
import org.semcollector.app.sync.SyncTarget;

/// Whether a sync can start by itself now.
public sealed interface Readiness {
  /// The server answers as ThingsBoard.
  ///
  /// @param target what to sync with
  record Ready(SyncTarget target, Optional<String> version) implements Readiness {}

  /// It is not wanted: switched off, nothing waits, or not on a network that is paid by volume.
  record NotWanted(Why why) implements Readiness {}

  /// It is wanted but not possible.
  ///
  /// @param sentence what stands in the way and what to do
  record NotPossible(Why why, String sentence) implements Readiness {}

  /// Why not.
  enum Why {
    /// Only when somebody presses the button.
    MANUAL,
    /// Nothing waits that a run could bring.
    NOTHING_DUE,
    /// The network is paid by volume.
    METERED,
    /// No server, or its sign-in is not kept.
    NOT_SET,
    /// The server does not answer.
    OFFLINE,
    /// Something else answers: a captive portal.
    PORTAL
  }
}
