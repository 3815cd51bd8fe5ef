package org.semcollector.protocol.simulator;

import java.util.Map;

/// What arrived at a meter's web server, whether or not it was answered.
///
/// @param connection which connection brought it, counting from 1
/// @param headers by lower-case name
/// @param bodyLength bytes of body that were read
public record ReceivedRequest(
    int connection, String method, String path, Map<String, String> headers, int bodyLength) {
  public ReceivedRequest {
    headers = Map.copyOf(headers);
  }

  /// Method and path, "GET /telemetry".
  public String line() {
    return method + " " + path;
  }
}
