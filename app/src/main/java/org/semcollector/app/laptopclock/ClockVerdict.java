package org.semcollector.app.laptopclock;

/// Whether the laptop's clock may set a meter's: a meter takes any time it is given, and readings take theirs from it.
public sealed interface ClockVerdict {
  /// What decided.
  ClockReason reason();

  /// A better clock, the system or a person vouches for it.
  record Green(ClockReason reason) implements ClockVerdict {}

  /// Nobody vouches for it, or something speaks against it that may have another cause: somebody must look at it.
  record Doubtful(ClockReason reason) implements ClockVerdict {}

  /// It cannot be right. Only who insists sets a meter by it.
  record Wrong(ClockReason reason) implements ClockVerdict {}
}
