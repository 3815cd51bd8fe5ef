package org.semcollector.protocol.powerloss;

/// What a power-loss body means.
public sealed interface DecodedPowerLosses {
  record Complete(PowerLossLog log) implements DecodedPowerLosses {}

  /// Some byte is not what a meter sends.
  ///
  /// @param log the entries before `offset`
  record Malformed(PowerLossLog log, int offset, String reason) implements DecodedPowerLosses {}
}
