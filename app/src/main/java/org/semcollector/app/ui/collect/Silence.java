package org.semcollector.app.ui.collect;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.MeterClient;

/// How long nothing has come from a meter that should be sending, and how long it may still be silent.
///
/// @param quiet since the last byte, or since the step began
/// @param left until the request is given up
public record Silence(Duration quiet, Duration left) {
  /// Shorter silence is nothing to speak of.
  private static final Duration WORTH_SAYING = Duration.ofSeconds(3);

  /// Counts from one sign of life to the next. Used on the screen's thread.
  static final class Watch {
    private final LongSupplier nanos;
    private long lastSign;
    private boolean expecting;

    Watch(LongSupplier nanos) {
      this.nanos = nanos;
    }

    /// A step begins; of some steps nothing is expected from the meter.
    void begin(CollectStep step) {
      expecting = switch (step) {
        case IDENTIFY, DOWNLOAD, OUTAGE_LOG, CHECK -> true;
        case JOIN, SAVE, SET_CLOCK, ERASE, LEAVE -> false;
      };
      sign();
    }

    void sign() {
      lastSign = nanos.getAsLong();
    }

    void end() {
      expecting = false;
    }

    /// Empty as long as there is nothing to say.
    Optional<Silence> now() {
      Duration quiet = Duration.ofNanos(nanos.getAsLong() - lastSign);
      if (!expecting || quiet.compareTo(WORTH_SAYING) < 0)
        return Optional.empty();
      Duration left = MeterClient.SILENCE_LIMIT.minus(quiet);
      return Optional.of(new Silence(quiet, left.isNegative() ? Duration.ZERO : left));
    }
  }
}
