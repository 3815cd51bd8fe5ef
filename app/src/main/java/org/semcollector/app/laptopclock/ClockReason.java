package org.semcollector.app.laptopclock;

import java.time.Duration;
import java.time.Instant;

/// What speaks for or against the laptop's clock, see [ClockWords] for the sentence.
public sealed interface ClockReason {
  /// A server's clock, carried on by the counter since the computer's start, says the same.
  record ServerAgrees(String source, Instant said) implements ClockReason {}

  /// At an earlier start of the computer a server's clock said the same, not long ago.
  record ServerAgreed(String source, Instant said) implements ClockReason {}

  /// The system keeps its clock by other clocks and knows its greatest error.
  record SystemKeepsIt(Duration largestError) implements ClockReason {}

  /// A person looked at it.
  record PersonSaid(Instant at) implements ClockReason {}

  /// The meters are simulated and live by the laptop's clock.
  record Simulated() implements ClockReason {}

  /// Nothing vouches for it.
  record NothingKnown() implements ClockReason {}

  /// A server's clock said the same, but too long ago.
  record LongAgo(String source, Instant said) implements ClockReason {}

  /// A server's clock says something else.
  ///
  /// @param ahead how far the laptop is ahead; negative when it is behind
  record OffServer(String source, Duration ahead) implements ClockReason {}

  /// When a server was heard last, the laptop was off, and nothing tells that it was set since.
  ///
  /// @param ahead how far the laptop was ahead then
  record WasOff(String source, Instant said, Duration ahead) implements ClockReason {}

  /// A server has said a later time before.
  record BehindServer(String source, Instant said) implements ClockReason {}

  /// A visit was made at a later time.
  record BehindVisit(Instant visit) implements ClockReason {}

  /// A meter measured at a later time.
  record BehindReading(Instant reading) implements ClockReason {}

  /// Since the last visit, reading or server's answer a very long time has gone by.
  record FarAhead(Instant newest) implements ClockReason {}

  /// It shows a time before this program was made.
  record BeforeProgram() implements ClockReason {}
}
