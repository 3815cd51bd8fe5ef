package org.semcollector.app.operate;

/// What came of asking a meter about itself.
public sealed interface LookResult {
  /// It answered.
  record Seen(MeterLook look) implements LookResult {}

  /// It did not.
  ///
  /// @param sentence why, and what to do
  record NotSeen(String sentence) implements LookResult {}
}
