package org.semcollector.protocol.simulator.thingsboard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Text to JSON values: strict, but with the one leniency of the real server that `NaN` and `Infinity` are read as
/// strings. The depth is limited; of members with the same name the last one counts.
final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  /// The text is not JSON.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private JsonReader(String text) {
    this.text = text;
  }

  static Json read(String text) throws Malformed {
    var reader = new JsonReader(text);
    Json value = reader.value(0);
    reader.skipBlanks();
    if (reader.at < text.length())
      throw reader.malformed("something follows the value");
    return value;
  }

  private Json value(int depth) throws Malformed {
    if (depth > DEEPEST)
      throw malformed("nested too deeply");
    skipBlanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Text(string());
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    };
  }

  private Json object(int depth) throws Malformed {
    var members = new LinkedHashMap<String, Json>();
    at++;
    skipBlanks();
    if (peek() == '}') {
      at++;
      return new Json.Obj(members);
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      expect(':');
      members.put(name, value(depth + 1));
      skipBlanks();
    } while (next('}'));
    return new Json.Obj(members);
  }

  private Json array(int depth) throws Malformed {
    var elements = new ArrayList<Json>();
    at++;
    skipBlanks();
    if (peek() == ']') {
      at++;
      return new Json.Arr(elements);
    }
    do {
      elements.add(value(depth + 1));
      skipBlanks();
    } while (next(']'));
    return new Json.Arr(elements);
  }

  /// Whether another element follows; otherwise the closing bracket has been read.
  private boolean next(char closing) throws Malformed {
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(closing);
    return false;
  }

  private String string() throws Malformed {
    expect('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ')
        throw malformed("a control character in a string");
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() throws Malformed {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        String hex = text.substring(at, Math.min(at + 4, text.length()));
        if (!hex.matches("[0-9a-fA-F]{4}"))
          throw malformed("a bad \\u escape");
        at += 4;
        yield (char) Integer.parseInt(hex, 16);
      }
      default -> throw malformed("a bad escape");
    };
  }

  private Json number() throws Malformed {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (number.equals("-") && text.startsWith("Infinity", at)) {
      at += "Infinity".length();
      return new Json.Text("-Infinity");
    }
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?"))
      throw malformed("a bad number");
    return new Json.Num(new BigDecimal(number));
  }

  private Json word() throws Malformed {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      case "null" -> new Json.Nil();
      case "NaN", "Infinity" -> new Json.Text(word);
      default -> throw malformed("unexpected \"" + word + "\"");
    };
  }

  private void expect(char wanted) throws Malformed {
    if (peek() != wanted)
      throw malformed("expected " + wanted);
    at++;
  }

  private char peek() throws Malformed {
    if (at >= text.length())
      throw malformed("ends too early");
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Malformed malformed(String why) {
    return new Malformed("malformed JSON at " + at + ": " + why);
  }
}
