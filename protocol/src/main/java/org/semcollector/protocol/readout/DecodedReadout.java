package org.semcollector.protocol.readout;

import java.util.List;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// What one visit's bodies mean. The position of a reading in [#readings] is its position in the telemetry body.
public sealed interface DecodedReadout {
  /// What the meter said it runs; [FirmwareVersion#OLDEST] when it does not know the request.
  FirmwareVersion version();

  TokenState token();

  /// The readings that can be trusted, in wire order: all, or those before the first malformed byte.
  List<Reading> readings();

  /// The save period of each reading, same order.
  List<SavePeriod> periods();

  PowerLossLog powerLosses();

  /// Every body was understood.
  record Complete(
      FirmwareVersion version,
      TokenState token,
      List<Reading> readings,
      List<SavePeriod> periods,
      PowerLossLog powerLosses) implements DecodedReadout {
    public Complete {
      readings = List.copyOf(readings);
      periods = List.copyOf(periods);
    }
  }

  /// A body is not what a meter sends: nothing may be erased. The worst body is named: telemetry before the
  /// power-loss log before the version.
  ///
  /// @param endpoint whose body it is
  /// @param offset where in that body the first byte stands that cannot be understood
  /// @param reason why, a lower-case phrase without the offset
  /// @param decoded what could be understood all the same
  record Malformed(Endpoint endpoint, int offset, String reason, Complete decoded) implements DecodedReadout {
    @Override
    public FirmwareVersion version() {
      return decoded.version();
    }

    @Override
    public TokenState token() {
      return decoded.token();
    }

    @Override
    public List<Reading> readings() {
      return decoded.readings();
    }

    @Override
    public List<SavePeriod> periods() {
      return decoded.periods();
    }

    @Override
    public PowerLossLog powerLosses() {
      return decoded.powerLosses();
    }
  }
}
