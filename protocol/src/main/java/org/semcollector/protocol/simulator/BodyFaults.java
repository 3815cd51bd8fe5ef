package org.semcollector.protocol.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.ReadingCodec;

/// Faults that change what stands in a body.
final class BodyFaults {
  private static final int RECORD = ReadingCodec.RECORD_LENGTH;

  private BodyFaults() {}

  /// The body after the fault; unchanged by faults of other kinds, or when the place struck does not exist.
  static Bytes apply(Fault fault, Bytes body) {
    int n = fault.argument();
    return switch (fault.kind()) {
      case EMPTY -> Bytes.EMPTY;
      case RAGGED -> concat(body, noise(n, n));
      case SHRINK -> body.slice(0, Math.max(0, body.length() - n * RECORD));
      case FLIP -> n < body.length() ? replaced(body, n, Bytes.copyOf(new byte[]{(byte) (body.at(n) ^ 0x55)})) : body;
      case GARBAGE -> (n + 1L) * RECORD <= body.length() ? replaced(body, n * RECORD, garbage(n)) : body;
      case SHIFT -> (long) n * RECORD < body.length()
          ? concat(body.slice(0, n * RECORD), body.slice(n * RECORD + 1, body.length()))
          : body;
      default -> body;
    };
  }

  /// Noise that no meter sends: its channel number has every bit set.
  private static Bytes garbage(int seed) {
    byte[] bytes = noise(RECORD, seed).toArray();
    Arrays.fill(bytes, 0, 2, (byte) 0xFF);
    return Bytes.copyOf(bytes);
  }

  private static Bytes noise(int length, long seed) {
    var bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }

  private static Bytes replaced(Bytes body, int offset, Bytes by) {
    byte[] bytes = body.toArray();
    System.arraycopy(by.toArray(), 0, bytes, offset, by.length());
    return Bytes.copyOf(bytes);
  }

  private static Bytes concat(Bytes first, Bytes second) {
    byte[] bytes = Arrays.copyOf(first.toArray(), first.length() + second.length());
    System.arraycopy(second.toArray(), 0, bytes, first.length(), second.length());
    return Bytes.copyOf(bytes);
  }
}
