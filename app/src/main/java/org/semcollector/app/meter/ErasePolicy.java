package org.semcollector.app.meter;

/// When a visit may erase the meter.
public enum ErasePolicy {
  /// Collect only.
  NEVER,
  /// Erase once every byte is proven safe.
  WHEN_PROVEN
}
