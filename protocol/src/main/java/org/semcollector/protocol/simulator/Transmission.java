package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;

/// How a reply goes over the wire.
///
/// @param wire what is sent
/// @param pauseAt after how many bytes of it silence falls for `pause`; the length of the wire for no silence
/// @param bytesPerSecond 0 for as fast as it goes
/// @param ending what becomes of the connection afterwards
record Transmission(ByteBuffer wire, int pauseAt, Duration pause, int bytesPerSecond, Ending ending) {
  enum Ending {
    /// It waits for the next request.
    KEEP,
    /// It is closed.
    CLOSE,
    /// It is closed and the meter starts anew.
    REBOOT,
    /// It is closed and power goes.
    OFF
  }

  static Transmission of(ByteBuffer wire, Ending ending) {
    return new Transmission(wire, wire.remaining(), Duration.ZERO, 0, ending);
  }

  static Transmission nothing(Ending ending) {
    return of(ByteBuffer.allocate(0), ending);
  }

  /// Only the first bytes, then this ending.
  Transmission cut(int length, Ending newEnding) {
    int kept = Math.min(length, wire.remaining());
    return new Transmission(wire.slice(0, kept), Math.min(pauseAt, kept), pause, bytesPerSecond, newEnding);
  }

  Transmission pausedAt(int newPauseAt, Duration newPause) {
    return new Transmission(wire, Math.min(newPauseAt, wire.remaining()), newPause, bytesPerSecond, ending);
  }

  Transmission atRate(int newBytesPerSecond) {
    return new Transmission(wire, pauseAt, pause, newBytesPerSecond, ending);
  }

  Transmission endingWith(Ending newEnding) {
    return new Transmission(wire, pauseAt, pause, bytesPerSecond, newEnding);
  }
}
