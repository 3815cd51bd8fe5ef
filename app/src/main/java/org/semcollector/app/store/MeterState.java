package org.semcollector.app.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// What storing a meter's next readings builds on.
///
/// @param id the store's number of the meter
/// @param firmwareVersion what it last said
/// @param token what it last held
/// @param readings how many of its readings are stored
/// @param epochs number of its newest epoch, 0 = none yet
/// @param energy energy stored so far
/// @param clock what is known of its clock
/// @param lastCollectedAt when its readings were last complete here
/// @param lastOutcome how its last visit ended
public record MeterState(
    int id,
    Ssid ssid,
    OptionalInt firmwareVersion,
    Optional<MeterToken> token,
    long readings,
    int epochs,
    ChannelEnergy energy,
    ClockEvidence clock,
    Optional<Instant> lastCollectedAt,
    Optional<String> lastOutcome) {

  /// A meter nothing is known of.
  public static MeterState unknown(int id, Ssid ssid) {
    return new MeterState(id, ssid, OptionalInt.empty(), Optional.empty(), 0, 0, ChannelEnergy.ZERO, ClockEvidence.NONE,
        Optional.empty(), Optional.empty());
  }

  MeterState withClock(ClockEvidence changed) {
    return new MeterState(id, ssid, firmwareVersion, token, readings, epochs, energy, changed, lastCollectedAt,
        lastOutcome);
  }

  MeterState withEpochs(int changed) {
    return new MeterState(id, ssid, firmwareVersion, token, readings, changed, energy, clock, lastCollectedAt,
        lastOutcome);
  }

  MeterState withReadings(long changed, ChannelEnergy changedEnergy) {
    return new MeterState(id, ssid, firmwareVersion, token, changed, epochs, changedEnergy, clock, lastCollectedAt,
        lastOutcome);
  }

  MeterState collected(Instant at) {
    return new MeterState(id, ssid, firmwareVersion, token, readings, epochs, energy, clock, Optional.of(at),
        lastOutcome);
  }

  MeterState ended(String outcome) {
    return new MeterState(id, ssid, firmwareVersion, token, readings, epochs, energy, clock, lastCollectedAt,
        Optional.of(outcome));
  }

  MeterState identified(OptionalInt version, Optional<MeterToken> held) {
    return new MeterState(id, ssid, version, held, readings, epochs, energy, clock, lastCollectedAt, lastOutcome);
  }
}
