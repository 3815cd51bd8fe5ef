package org.semcollector.protocol.simulator.thingsboard;

/// A stored value, in the type the server chose for it.
public sealed interface TelemetryValue {
  record Whole(long value) implements TelemetryValue {}

  record Real(double value) implements TelemetryValue {}

  record Truth(boolean value) implements TelemetryValue {}

  /// A string, or a number the server could not take as one.
  record Words(String value) implements TelemetryValue {}

  /// An object or array, kept as JSON text.
  record Document(String json) implements TelemetryValue {}

  /// As the server reads it back when asked for text.
  default String text() {
    return switch (this) {
      case Whole(long value) -> Long.toString(value);
      case Real(double value) -> Double.toString(value);
      case Truth(boolean value) -> Boolean.toString(value);
      case Words(String value) -> value;
      case Document(String json) -> json;
    };
  }

  /// Whether SUM and AVG see it.
  default boolean isNumber() {
    return this instanceof Whole || this instanceof Real;
  }

  /// The value as a number, 0 for anything else.
  default double asDouble() {
    return switch (this) {
      case Whole(long value) -> value;
      case Real(double value) -> value;
      case Truth _,Words _,Document _ -> 0;
    };
  }
}
