package org.semcollector.protocol.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

/// What survives a power outage: records, power-loss log, stored time and token.
final class MeterFlash {
  static final int TOKEN_LENGTH = 56;
  /// A full flash has room for this many boots; the next boot fails.
  private static final int BOOTS_WHEN_FULL = 32;

  private final int capacitySaves;
  private final List<Reading> records = new ArrayList<>();
  private final PowerLossFile powerLosses = new PowerLossFile();
  private int saves;
  private long storedMillis;
  private Optional<Bytes> token = Optional.empty();
  private boolean brokenDirectory;

  MeterFlash(int capacitySaves) {
    this.capacitySaves = capacitySaves;
  }

  boolean isFull() {
    return saves >= capacitySaves;
  }

  /// One save, all channels or none; a full flash keeps nothing and tells nobody.
  boolean save(List<Reading> channels) {
    if (isFull() || brokenDirectory)
      return false;
    records.addAll(channels);
    saves++;
    return true;
  }

  boolean storeTime(long millis) {
    if (isFull())
      return false;
    storedMillis = millis;
    return true;
  }

  /// The last stored time, 0 when there never was one.
  long storedMillis() {
    return storedMillis;
  }

  /// @return false when the flash is so full that the boot cannot be logged and the meter does not come up
  boolean logBoot(long deviceMillis) {
    brokenDirectory = false;
    if (isFull() && powerLosses.size() >= BOOTS_WHEN_FULL)
      return false;
    powerLosses.append(deviceMillis);
    return true;
  }

  int recordCount() {
    return records.size();
  }

  List<Reading> records() {
    return List.copyOf(records);
  }

  Bytes telemetry() {
    return ReadingCodec.encode(records);
  }

  Bytes powerLosses() {
    return powerLosses.blocks();
  }

  /// Stores exactly 56 bytes: shorter ones padded with NULs, longer ones cut.
  Bytes storeToken(Bytes bytes) {
    Bytes stored = Bytes.copyOf(Arrays.copyOf(bytes.toArray(), TOKEN_LENGTH));
    token = Optional.of(stored);
    return stored;
  }

  Optional<Bytes> token() {
    return token;
  }

  void forgetToken() {
    token = Optional.empty();
  }

  /// Erases as `/reset` does: the power-loss log first, then the records; time and token stay.
  ///
  /// @param failsHalfway whether the records' directory cannot be deleted, this time
  /// @return whether everything went; after a failure every further attempt fails until the next boot
  boolean erase(boolean failsHalfway) {
    if (brokenDirectory)
      return false;
    powerLosses.clear();
    if (failsHalfway) {
      brokenDirectory = true;
      return false;
    }
    records.clear();
    saves = 0;
    return true;
  }
}
