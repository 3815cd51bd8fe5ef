package org.semcollector.app.wifi.windows;

import java.time.Duration;
import java.util.Optional;

/// Learns from notifications how a join ended. A radio that refused may be tried again by Windows, so a refusal is the
/// end only when nothing else is heard for a while.
final class JoinWatch {
  private static final Duration LAST_WORD = Duration.ofSeconds(3);

  private int refusal;
  private long refusedAt;

  /// @param event a notification about the network that is being joined; empty when there was none
  /// @return the reason, 0 for success; empty while it is open
  Optional<Integer> take(Optional<WlanEvent> event) {
    int code = event.map(WlanEvent::code).orElse(0);
    int reason = event.map(WlanEvent::reason).orElse(0);
    if (code == WlanEvent.CONNECTION_COMPLETE) {
      // what was said of the radio is more exact than what the service makes of it in the end
      return Optional.of(reason == 0 || refusal == 0 ? reason : refusal);
    }
    if (code == WlanEvent.CONNECTION_ATTEMPT_FAIL && reason != 0) {
      refusal = reason;
      refusedAt = System.nanoTime();
    }
    return refusal != 0 && System.nanoTime() - refusedAt > LAST_WORD.toNanos() ? refusal() : Optional.empty();
  }

  /// The refusal so far; empty when there was none.
  Optional<Integer> refusal() {
    return refusal == 0 ? Optional.empty() : Optional.of(refusal);
  }
}
