package org.semcollector.protocol.simulator.thingsboard;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.semcollector.protocol.Bytes;

/// One request to the simulated server.
///
/// @param path without query
/// @param query decoded parameters
/// @param headers by lower-case name
/// @param body the body as received
public record ServerRequest(
    String method, String path, Map<String, String> query, Map<String, String> headers, Bytes body) {
  public ServerRequest {
    query = Map.copyOf(query);
    var lowerCase = new TreeMap<String, String>();
    headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lowerCase);
  }

  ServerRequest withBody(Bytes whole) {
    return new ServerRequest(method, path, query, headers, whole);
  }

  /// @param name in any case
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// A whole-number parameter; empty when it is missing or not a number.
  OptionalLong number(String name) {
    String text = query.getOrDefault(name, "");
    return text.matches("-?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
