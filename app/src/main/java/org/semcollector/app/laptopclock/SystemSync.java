package org.semcollector.app.laptopclock;

import java.time.Duration;

/// Whether the operating system keeps the laptop's clock by better ones.
@FunctionalInterface
public interface SystemSync {
  /// A system that cannot be asked cheaply.
  SystemSync UNKNOWN = Unknown::new;

  State state();

  /// What the system says.
  sealed interface State permits Kept, NotKept, Unknown {}

  /// It is kept.
  ///
  /// @param largestError by how much it may be off at most; grows while no better clock is heard
  record Kept(Duration largestError) implements State {}

  /// It is not kept, or no better clock was heard for hours.
  record NotKept() implements State {}

  /// The system does not tell.
  record Unknown() implements State {}
}
