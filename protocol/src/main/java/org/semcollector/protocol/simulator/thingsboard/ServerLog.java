package org.semcollector.protocol.simulator.thingsboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts and keeps what arrived, and picks the fault that strikes.
final class ServerLog {
  private final ServerFaults faults;
  private final boolean keeps;
  private final List<ServerRequest> requests = new ArrayList<>();
  private final Map<ServerFault.Target, Integer> counts = new EnumMap<>(ServerFault.Target.class);

  /// @param keeps whether requests are kept; they need memory
  ServerLog(ServerFaults faults, boolean keeps) {
    this.faults = faults;
    this.keeps = keeps;
  }

  /// Counts a request by its head.
  synchronized Optional<ServerFault> strikes(ServerRequest head) {
    ServerFault.Target target = ServerFault.Target.of(head);
    return faults.striking(target, counts.merge(target, 1, Integer::sum),
        counts.merge(ServerFault.Target.ANY, 1, Integer::sum));
  }

  /// Keeps a request that came whole.
  synchronized void arrived(ServerRequest request) {
    if (keeps) {
      requests.add(request);
    }
  }

  synchronized List<ServerRequest> requests() {
    return List.copyOf(requests);
  }
}
