package org.semcollector.app.wifi.networkmanager;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// Values as they come over the bus. What is missing or of another type is what such a value is when nothing is known.
final class Values {
  private Values() {}

  /// The value in a variant, or the value itself.
  static Object plain(@Nullable Object value) {
    if (value instanceof Variant<?> variant)
      return plain(variant.getValue());
    return value == null ? "" : value;
  }

  static long number(@Nullable Object value) {
    return plain(value) instanceof Number number ? number.longValue() : 0;
  }

  static boolean yes(@Nullable Object value) {
    return plain(value) instanceof Boolean answer && answer;
  }

  static String text(@Nullable Object value) {
    return plain(value) instanceof String text ? text : "";
  }

  /// The path of an object; "/" for none.
  static String path(@Nullable Object value) {
    return plain(value) instanceof DBusPath path ? path.getPath() : NmNames.NONE;
  }

  static List<String> paths(@Nullable Object value) {
    return plain(value) instanceof List<?> list ? list.stream().map(Values::path).toList() : List.of();
  }

  /// Bytes as text. Names of networks are bytes; those of meters are ASCII.
  static String bytesAsText(@Nullable Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(@Nullable Object value) {
    if (plain(value) instanceof byte[] bytes)
      return bytes;
    List<?> list = plain(value) instanceof List<?> known ? known : List.of();
    var bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++)
      bytes[i] = (byte) number(list.get(i));
    return bytes;
  }

  static Map<String, Object> map(@Nullable Object value) {
    var result = new HashMap<String, Object>();
    if (plain(value) instanceof Map<?, ?> map)
      map.forEach((key, content) -> result.put(String.valueOf(key), plain(content)));
    return result;
  }
}
