package org.semcollector.app.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// What a visit brought. Nothing here says "done" that was not proven.
///
/// @param newReadings readings stored by this visit
/// @param knownReadings readings the meter still had that were stored before
/// @param erased true only when the meter was seen empty after the erase
/// @param journal where the safe copy is; empty when nothing was received
/// @param from measured time of the first reading on the meter
/// @param to measured time of the last one
/// @param outages boots in the meter's log
/// @param clockLag how far the meter's clock was behind, as far as known
/// @param sentence what happened, whether the data are safe, what to do now
public record CollectResult(
    Ssid ssid,
    State state,
    int newReadings,
    int knownReadings,
    boolean erased,
    Optional<String> journal,
    Optional<Instant> from,
    Optional<Instant> to,
    int outages,
    Optional<Duration> clockLag,
    String sentence) {
  /// How a visit ended.
  public enum State {
    /// Everything the visit set out to do is proven.
    DONE,
    /// The readings are safe here, but something else was not possible (erase refused, clock not set).
    PARTLY,
    /// No readings could be made safe; the meter is as it was.
    FAILED
  }

  /// A visit that did not begin: nothing was received and nothing was changed.
  public static CollectResult failed(Ssid ssid, String sentence) {
    return new CollectResult(ssid, State.FAILED, 0, 0, false, Optional.empty(), Optional.empty(), Optional.empty(), 0,
        Optional.empty(), sentence);
  }

  /// The same, with another sentence after its own.
  public CollectResult withMore(String more) {
    return new CollectResult(ssid, state, newReadings, knownReadings, erased, journal, from, to, outages, clockLag,
        sentence + " " + more);
  }
}
