package org.semcollector.app.operate;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// What became of an operation.
///
/// @param clockLag how far the meter's clock was behind before, half a save period uncertain; negative when it was ahead;
///     empty when the operation does not tell
/// @param sentence what happened, whether the data are safe, what to do now
public record OperationResult(Ssid ssid, State state, Optional<Duration> clockLag, String sentence) {
  /// How it ended.
  public enum State {
    /// It is done and was seen.
    DONE,
    /// The meter may have changed, but not everything was seen as it should be.
    PARTLY,
    /// The meter is as it was.
    NOT_DONE
  }
}
