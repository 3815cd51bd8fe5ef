package org.semcollector.protocol.simulator;

/// How much the flash holds. Records are kept in shard files of one 4,096-byte block. Room is checked once per save
/// and for one record only: 136 records of one channel fit (4,080 bytes), while three channels overshoot (46 saves,
/// 4,140 bytes) and cost a second block. The boundary between shards cannot be seen on the wire.
final class Shards {
  private static final int SHARD_BYTES = 4096;
  private static final int RECORD_BYTES = 30;

  private Shards() {}

  /// How many saves a meter's empty flash takes, as measured on the file system the firmware uses.
  ///
  /// @param channels 1 to 3
  static int capacitySaves(int channels) {
    return switch (channels) {
      case 1 -> 60_674;
      case 2 -> 60_674 / 2;
      default -> 10_586;
    };
  }

  /// How many saves go into one shard.
  static int savesPerShard(int channels) {
    return (SHARD_BYTES - RECORD_BYTES) / (channels * RECORD_BYTES) + 1;
  }
}
