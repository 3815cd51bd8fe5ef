package org.semcollector.protocol.thingsboard;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// One reading on its way to the server: what was measured, when, and how sure the time is.
///
/// @param reading the raw reading
/// @param period its save period, which scales the energy
/// @param time its corrected time; `measuredAt` becomes the server's time stamp
/// @param totalEnergyKwh energy of the reading's channel up to and with this reading, kWh; empty when not known
/// @param threePhase whether the meter measures several phases: values then go under the phase's own keys too
public record TelemetryPoint(
    Reading reading, SavePeriod period, CorrectedTime time, OptionalDouble totalEnergyKwh, boolean threePhase) {
  /// Stamps outside are lost silently by the server or break its partitions.
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /// @throws IllegalArgumentException when the time cannot be uploaded, see [#canBeUploaded]
  public TelemetryPoint {
    if (!canBeUploaded(time.measuredAt())) {
      throw new IllegalArgumentException("outside 2000 to 2100: " + time.measuredAt());
    }
  }

  /// Whether a stamp is one the server keeps: from 2000 on, before 2100.
  public static boolean canBeUploaded(Instant measuredAt) {
    return !measuredAt.isBefore(EARLIEST) && measuredAt.isBefore(LATEST);
  }

  /// The server's time stamp, ms since 1970.
  public long tsMillis() {
    return time.measuredAt().toEpochMilli();
  }

  /// The wider side of the 90 % interval.
  Duration uncertainty() {
    Duration before = Duration.between(time.earliest(), time.measuredAt());
    Duration after = Duration.between(time.measuredAt(), time.latest());
    return before.compareTo(after) > 0 ? before : after;
  }
}
