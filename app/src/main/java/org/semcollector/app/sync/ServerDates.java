package org.semcollector.app.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Hears the time that a server says in each answer. Called from several threads, often; must be cheap.
public interface ServerDates {
  /// Hears nothing.
  ServerDates NONE = (_, _, _) -> {};

  /// @param said the server's clock when it answered, whole seconds
  /// @param roundTrip how long the question and its answer took: the time may be that old
  void heard(URI server, Instant said, Duration roundTrip);
}
