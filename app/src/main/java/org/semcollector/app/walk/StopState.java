package org.semcollector.app.walk;

/// Where a walk stands with a meter.
public enum StopState {
  /// To be visited; it was met on this walk.
  WAITING,
  /// Collected, and everything set out to do is proven.
  DONE,
  /// Its readings are safe here, something else was not possible.
  PARTLY,
  /// Tried and given up, or to be tried again.
  FAILED,
  /// To be visited, and not met yet on this walk.
  NOT_SEEN
}
