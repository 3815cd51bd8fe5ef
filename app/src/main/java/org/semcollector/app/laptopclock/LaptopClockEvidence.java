package org.semcollector.app.laptopclock;

import java.time.Instant;
import java.util.Optional;

/// Remembers what is known about the laptop's clock, from one start of the program to the next.
public interface LaptopClockEvidence {
  /// Takes in a look at a better clock. May keep only some of many in a row.
  void seen(ClockObservation observation);

  /// The last one that was kept.
  Optional<ClockObservation> last();

  /// Takes in a person's word.
  void confirmed(ClockConfirmation confirmation);

  /// The last person's word.
  Optional<ClockConfirmation> confirmed();

  /// Visits and readings up to this time prove nothing: they were made by a clock that was ahead.
  void excuse(Instant until);

  /// The latest time excused.
  Optional<Instant> excusedUntil();
}
