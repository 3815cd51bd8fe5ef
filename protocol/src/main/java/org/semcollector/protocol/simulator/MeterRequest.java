package org.semcollector.protocol.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.protocol.Bytes;

/// One request as the meter's web server understood it.
///
/// @param path without query
/// @param headers by lower-case name
/// @param body what the handler can read: empty when it was sent in chunks
public record MeterRequest(String method, String path, Map<String, String> headers, Bytes body) {
  public MeterRequest {
    var lowerCase = new TreeMap<String, String>();
    headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lowerCase);
  }

  public static MeterRequest get(String path) {
    return new MeterRequest("GET", path, Map.of(), Bytes.EMPTY);
  }

  public static MeterRequest post(String path, Bytes body) {
    return new MeterRequest("POST", path, Map.of(), body);
  }

  public MeterRequest withHeader(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new MeterRequest(method, path, more, body);
  }

  public MeterRequest withBody(Bytes newBody) {
    return new MeterRequest(method, path, headers, newBody);
  }

  /// @param name in any case
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
