package org.semcollector.protocol.simulator.thingsboard;

import java.util.Locale;

/// JSON values to compact text.
final class JsonWriter {
  private JsonWriter() {}

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj(var members) -> {
        String separator = "{";
        for (var member : members.entrySet()) {
          out.append(separator);
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
      case Json.Arr(var elements) -> {
        String separator = "[";
        for (Json element : elements) {
          out.append(separator);
          write(element, out);
          separator = ",";
        }
        out.append(elements.isEmpty() ? "[]" : "]");
      }
      case Json.Text(String text) -> quote(text, out);
      case Json.Num(var number) -> out.append(number);
      case Json.Bool(boolean bool) -> out.append(bool);
      case Json.Nil() -> out.append("null");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
