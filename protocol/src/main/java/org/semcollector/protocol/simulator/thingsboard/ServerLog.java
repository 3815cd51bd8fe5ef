package org.semcollector.protocol.simulator.thingsboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts and keeps what arrived, and picks the fault that strikes.
final class ServerLog {
  private final ServerFaults faults;
  private final List<ServerRequest> requests = new ArrayList<>();
  private final Map<ServerFault.Target, Integer> counts = new EnumMap<>(ServerFault.Target.class);

  ServerLog(ServerFaults faults) {
    this.faults = faults;
  }

  synchronized Optional<ServerFault> arrived(ServerRequest request) {
    requests.add(request);
    ServerFault.Target target = ServerFault.Target.of(request);
    return faults.striking(target, counts.merge(target, 1, Integer::sum), requests.size());
  }

  synchronized List<ServerRequest> requests() {
    return List.copyOf(requests);
  }
}
