package org.semcollector.protocol.simulator.thingsboard;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semcollector.protocol.Bytes;

/// Reads the bodies both telemetry APIs accept: `{"k":v}`, `{"ts":ms,"values":{…}}`, or an array of either.
final class TelemetryParser {
  /// More decimals than this make a string of a number.
  private static final int MOST_DECIMALS = 16;

  private TelemetryParser() {}

  /// The body is not telemetry.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean badTime;

    Refused(String message, boolean badTime) {
      super(message);
      this.badTime = badTime;
    }

    /// Whether a time stamp was the reason; the device API says nothing then.
    boolean badTime() {
      return badTime;
    }
  }

  /// All records of a body or none; an empty array and an object without values give no records.
  static List<TelemetryRecord> parse(String body, long nowMillis) throws Refused {
    Json json;
    try {
      json = JsonReader.read(body);
    } catch (JsonReader.Malformed e) {
      throw new Refused(String.valueOf(e.getMessage()), false);
    }
    return switch (json) {
      case Json.Obj object -> records(List.of(object), nowMillis);
      case Json.Arr(var elements) -> records(elements, nowMillis);
      case Json.Text _,Json.Num _,Json.Bool _,Json.Nil _ -> throw new Refused("Can't parse value: " + body, false);
    };
  }

  /// A body that saves without every second of its records; another body as it is.
  static Bytes half(Bytes body) {
    try {
      return JsonReader.read(new String(body.toArray(), StandardCharsets.UTF_8)) instanceof Json.Arr(var elements)
          ? Bytes.copyOf(Json.arr(IntStream.range(0, elements.size()).filter(i -> i % 2 == 0)
              .mapToObj(elements::get).toList()).text().getBytes(StandardCharsets.UTF_8))
          : body;
    } catch (JsonReader.Malformed _) {
      return body;
    }
  }

  private static List<TelemetryRecord> records(List<Json> elements, long nowMillis) throws Refused {
    var records = new ArrayList<TelemetryRecord>(elements.size());
    for (Json element : elements) {
      if (!(element instanceof Json.Obj object))
        throw new Refused("Can't parse value: " + element.text(), false);
      TelemetryRecord record = object.get("values").isPresent() && object.get("ts").isPresent()
          ? stamped(object)
          : new TelemetryRecord(nowMillis, values(object));
      if (!record.values().isEmpty()) {
        records.add(record);
      }
    }
    return records;
  }

  private static TelemetryRecord stamped(Json.Obj object) throws Refused {
    if (!(object.get("values").orElseThrow() instanceof Json.Obj values))
      throw new Refused("Can't parse value: " + object.text(), false);
    return new TelemetryRecord(time(object.get("ts").orElseThrow()), values(values));
  }

  /// A number or a numeric string; a fraction is cut off.
  private static long time(Json ts) throws Refused {
    try {
      return switch (ts) {
        case Json.Num(BigDecimal number) -> number.longValue();
        case Json.Text(String text) -> new BigDecimal(text).longValue();
        case Json.Obj _,Json.Arr _,Json.Bool _,Json.Nil _ -> throw new Refused("bad ts", true);
      };
    } catch (NumberFormatException _) {
      throw new Refused("bad ts", true);
    }
  }

  private static Map<String, TelemetryValue> values(Json.Obj object) {
    var values = new LinkedHashMap<String, TelemetryValue>();
    object.members().forEach((key, value) -> {
      switch (value) {
        case Json.Nil() -> {
          // ignored, as the server does
        }
        case Json.Num(BigDecimal number) -> values.put(key, number(number, number.toString()));
        case Json.Text(String text) -> values.put(key, text(text));
        case Json.Bool(boolean bool) -> values.put(key, new TelemetryValue.Truth(bool));
        case Json.Obj _,Json.Arr _ -> values.put(key, new TelemetryValue.Document(value.text()));
      }
    });
    return values;
  }

  /// A string that looks like a number becomes one.
  private static TelemetryValue text(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
        ? number(new BigDecimal(text), text)
        : new TelemetryValue.Words(text);
  }

  private static TelemetryValue number(BigDecimal number, String text) {
    boolean whole = number.scale() == 0;
    if (whole)
      return number.toBigInteger().bitLength() < 64
          ? new TelemetryValue.Whole(number.longValue())
          : new TelemetryValue.Words(text);
    return number.scale() <= MOST_DECIMALS
        ? new TelemetryValue.Real(number.doubleValue())
        : new TelemetryValue.Words(text);
  }
}
