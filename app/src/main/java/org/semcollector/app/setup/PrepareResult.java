package org.semcollector.app.setup;

/// How preparing a set-up ended.
public sealed interface PrepareResult {
  /// It is kept for the day somebody stands before the meter.
  record Prepared(PreparedSetUp setUp) implements PrepareResult {}

  /// Nothing was changed.
  ///
  /// @param mayInsist whether it is done when told again, because somebody may well want it
  record Refused(String sentence, boolean mayInsist) implements PrepareResult {}
}
