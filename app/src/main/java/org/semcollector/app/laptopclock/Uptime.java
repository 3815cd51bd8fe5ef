package org.semcollector.app.laptopclock;

/// A counter that nobody can set: how long the computer, or this program, has run.
@FunctionalInterface
public interface Uptime {
  Count count();

  /// What it shows.
  ///
  /// @param run which start it counts from; counts of different runs cannot be compared
  /// @param nanos since then
  /// @param countsSleep whether it goes on while the computer sleeps; if not, it may be behind
  record Count(String run, long nanos, boolean countsSleep) {}
}
