package org.semcollector.app.ui.collect;

import java.time.Duration;
import java.util.Optional;

/// Bytes of the body that is arriving.
///
/// @param total -1 when the meter does not say
/// @param bytesPerSecond mean since the body began; 0 while too little time has passed to tell
public record Transfer(long bytes, long total, double bytesPerSecond) {
  public static final Transfer NONE = new Transfer(0, -1, 0);

  /// A stored record of a meter is 30 bytes on the wire.
  private static final int RECORD = 30;

  /// Whole records that have arrived.
  public long records() {
    return bytes / RECORD;
  }

  /// How long the rest takes at this rate; empty when the meter does not say how much comes.
  public Optional<Duration> left() {
    return total > bytes && bytesPerSecond > 0
        ? Optional.of(Duration.ofSeconds(Math.round((total - bytes) / bytesPerSecond)))
        : Optional.empty();
  }
}
