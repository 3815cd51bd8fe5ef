package org.semcollector.protocol.simulator.thingsboard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value. Only what the simulated server needs.
sealed interface Json {
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /// The text of a string member; empty when there is none or it is something else.
    Optional<String> text(String name) {
      return members.get(name) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
    }
  }

  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  record Text(String value) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Nil() implements Json {}

  static Num num(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Arr arr(List<? extends Json> elements) {
    return new Arr(List.copyOf(elements));
  }

  /// An object of alternating names and values; strings, booleans, whole numbers and JSON values are taken.
  static Obj obj(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
    }
    return new Obj(members);
  }

  private static Json of(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> new Text(text);
      case Boolean bool -> new Bool(bool);
      case Integer number -> num(number);
      case Long number -> num(number);
      default -> throw new IllegalArgumentException("no JSON for " + Arrays.asList(value.getClass(), value));
    };
  }

  /// The value as compact text.
  default String text() {
    var out = new StringBuilder();
    JsonWriter.write(this, out);
    return out.toString();
  }
}
