package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.readout.DecodedReadout;
import org.semcollector.protocol.readout.Readout;
import org.semcollector.protocol.readout.ReadoutDecoder;

/// What the first half of a visit brought; all of it is in the journal.
///
/// @param telemetry the whole body of readings
/// @param losses the answer to the request for the outage log; a meter without the file refuses it
/// @param took how long the readings took to arrive
/// @param decoded what the bodies mean
record FirstRead(VisitFact.Received telemetry, VisitFact.Received losses, Duration took, DecodedReadout decoded) {
  private static final int OK = 200;
  private static final int ONE_PHASE_CAPACITY = 60_674;
  private static final int THREE_PHASE_CAPACITY = 3 * 10_586;

  static FirstRead of(Optional<Bytes> version, VisitFact.Received telemetry, VisitFact.Received losses,
      Duration took) {
    Bytes log = losses.status() == OK ? losses.body() : Bytes.EMPTY;
    var readout = new Readout(version, Optional.empty(), telemetry.body(), log, telemetry.at());
    return new FirstRead(telemetry, losses, took, ReadoutDecoder.decode(readout));
  }

  List<Reading> readings() {
    return decoded.readings();
  }

  PowerLossLog log() {
    return decoded.powerLosses();
  }

  /// Whether the flash has no room left, not even to keep a time.
  boolean isFull() {
    boolean onePhase = readings().stream().allMatch(reading -> reading.channel() == 1);
    return readings().size() >= (onePhase ? ONE_PHASE_CAPACITY : THREE_PHASE_CAPACITY);
  }

  boolean hasLog() {
    return losses.status() == OK;
  }

  /// How the firmware that runs now saves.
  SavePeriod period() {
    return decoded.version().savePeriod();
  }

  /// How far the meter's clock was behind, half a period of uncertainty left; zero when its last stamp may be right.
  Optional<Duration> clockLag() {
    if (readings().isEmpty())
      return Optional.empty();
    Instant last = Instant.ofEpochMilli(readings().getLast().deviceMillis());
    Duration age = Duration.between(last, telemetry.at());
    boolean mayBeRight = !age.isNegative() && age.compareTo(period().length().plusSeconds(30)) <= 0;
    return Optional.of(mayBeRight ? Duration.ZERO : age.minus(period().length().dividedBy(2)));
  }
}
