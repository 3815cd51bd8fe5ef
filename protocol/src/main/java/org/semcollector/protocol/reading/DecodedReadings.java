package org.semcollector.protocol.reading;

import java.util.List;

/// What a telemetry body means.
public sealed interface DecodedReadings {
  /// The readings that can be trusted, in wire order: all of them, or those before the first malformed byte.
  List<Reading> readings();

  /// Every byte was understood.
  record Complete(List<Reading> readings) implements DecodedReadings {
    public Complete {
      readings = List.copyOf(readings);
    }
  }

  /// Some byte is not what a meter sends.
  ///
  /// @param readings the readings before `offset`
  /// @param offset where the first record that cannot be understood starts
  /// @param reason why, a lower-case phrase without the offset ("the last record has 17 of 30 bytes")
  record Malformed(List<Reading> readings, int offset, String reason) implements DecodedReadings {
    public Malformed {
      readings = List.copyOf(readings);
    }
  }
}
