package org.semcollector.protocol.powerloss;

/// What a power-loss body means.
public sealed interface DecodedPowerLosses {
  /// The entries that can be trusted: all of them, or those before the first malformed byte.
  PowerLossLog log();

  /// Every byte was understood.
  record Complete(PowerLossLog log) implements DecodedPowerLosses {}

  /// Some byte is not what a meter sends.
  ///
  /// @param log the entries before `offset`
  /// @param offset where the first entry or block that cannot be understood starts
  /// @param reason why, a lower-case phrase without the offset ("the last block has 16 of 80 bytes")
  record Malformed(PowerLossLog log, int offset, String reason) implements DecodedPowerLosses {}
}
