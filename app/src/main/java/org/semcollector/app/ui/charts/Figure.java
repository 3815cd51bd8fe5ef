package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One number worth knowing at a glance.
///
/// @param note what it refers to; may be empty
/// @param gauge how full a gauge beside it stands, 0..1; empty = no gauge
/// @param curve the course of what the number is about; empty = none
/// @param detail what it is made of, line by line; may be empty
public record Figure(
    String title,
    String value,
    String note,
    OptionalDouble gauge,
    Optional<Curve> curve,
    String detail) {
  static final String NOTHING = "–";
  static final String NOT_YET = "…";

  /// A number without a gauge.
  public Figure(String title, String value, String note) {
    this(title, value, note, OptionalDouble.empty(), Optional.empty(), "");
  }

  /// A number with or without a gauge.
  public Figure(String title, String value, String note, OptionalDouble gauge) {
    this(title, value, note, gauge, Optional.empty(), "");
  }

  /// The course of something, without gaps.
  ///
  /// @param values at equal distances
  /// @param name what it is, for those who cannot see it
  public record Curve(List<Double> values, String name) {
    public Curve {
      values = List.copyOf(values);
    }
  }

  Figure with(Optional<Curve> course) {
    return new Figure(title, value, note, gauge, course, detail);
  }

  Figure withDetail(String changed) {
    return new Figure(title, value, note, gauge, curve, changed);
  }
}
