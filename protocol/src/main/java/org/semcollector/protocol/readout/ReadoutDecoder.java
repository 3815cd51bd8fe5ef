package org.semcollector.protocol.readout;

import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriods;

/// From one visit's bodies to what they mean. Total: any bytes give a result.
public final class ReadoutDecoder {
  private ReadoutDecoder() {}

  public static DecodedReadout decode(Readout readout) {
    Optional<FirmwareVersion> version = version(readout.version());
    DecodedReadings readings = ReadingCodec.decode(readout.telemetry());
    DecodedPowerLosses losses = PowerLossCodec.decode(readout.powerLosses());
    var decoded = new DecodedReadout.Complete(version.orElse(FirmwareVersion.OLDEST), token(readout.token()),
        readings.readings(), SavePeriods.of(readings.readings(), number(version)), losses.log());
    if (readings instanceof DecodedReadings.Malformed(_, int offset, String reason)) {
      return new DecodedReadout.Malformed(Endpoint.TELEMETRY, offset, reason, decoded);
    }
    if (losses instanceof DecodedPowerLosses.Malformed(_, int offset, String reason)) {
      return new DecodedReadout.Malformed(Endpoint.POWER_LOSS_LOG, offset, reason, decoded);
    }
    if (version.isEmpty()) {
      return new DecodedReadout.Malformed(Endpoint.VERSION, 0, "not a version number", decoded);
    }
    return decoded;
  }

  /// A missing or empty body is the oldest firmware, which does not know the request; empty means not a number.
  private static Optional<FirmwareVersion> version(Optional<Bytes> body) {
    return body.filter(bytes -> !bytes.isEmpty())
        .map(FirmwareVersion::decode)
        .orElse(Optional.of(FirmwareVersion.OLDEST));
  }

  private static OptionalInt number(Optional<FirmwareVersion> version) {
    return version.map(known -> OptionalInt.of(known.number())).orElse(OptionalInt.empty());
  }

  static TokenState token(Optional<Bytes> body) {
    if (body.isEmpty() || isBlank(body.get()))
      return new TokenState.Unset();
    Bytes bytes = body.get();
    if (bytes.length() != MeterToken.LENGTH) {
      return new TokenState.Unreadable(bytes.length() + " of " + MeterToken.LENGTH + " bytes");
    }
    return MeterToken.decode(bytes)
        .<TokenState>map(TokenState.Present::new)
        .orElse(new TokenState.Unreadable("not an access token and a device profile"));
  }

  /// Empty or nothing but the NULs that an empty `POST /token` stores.
  private static boolean isBlank(Bytes body) {
    for (int i = 0; i < body.length(); i++) {
      if (body.at(i) != 0)
        return false;
    }
    return true;
  }
}
