package org.semcollector.app.wifi.manual;

import java.util.Optional;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;

/// What answers at the meters' address.
public sealed interface ProbeAnswer {
  /// Nobody was asked: this computer is in no network with that address.
  record NotAsked() implements ProbeAnswer {}

  /// It speaks as only a meter does.
  ///
  /// @param token empty when it was not set up
  record Meter(Optional<MeterToken> token, FirmwareVersion version) implements ProbeAnswer {}

  /// Something else: a router, the sign-in page of a network.
  ///
  /// @param what it answered, for people
  record Other(String what) implements ProbeAnswer {}

  /// Nobody answers.
  record Silent() implements ProbeAnswer {}
}
