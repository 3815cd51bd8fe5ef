package org.semcollector.app.ui.charts;

import java.util.OptionalDouble;

/// One number worth knowing at a glance.
///
/// @param note what it refers to; may be empty
/// @param gauge how full a gauge beside it stands, 0..1; empty = no gauge
public record Figure(String title, String value, String note, OptionalDouble gauge) {
  /// A number without a gauge.
  public Figure(String title, String value, String note) {
    this(title, value, note, OptionalDouble.empty());
  }
}
