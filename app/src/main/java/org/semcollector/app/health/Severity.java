package org.semcollector.app.health;

/// How much a finding matters.
public enum Severity {
  /// Good to know.
  NOTE,
  /// The numbers are usable, but somebody should look.
  WATCH,
  /// The numbers are wrong or will be lost.
  FAULT
}
