package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.Fault.Kind;

/// What lies behind the sockets: counts requests, picks the faults that strike, and asks the meter.
final class MeterTask {
  private final SimulatedMeter meter;
  private final FaultPlan faults;
  private final InstantSource time;
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final Map<FaultTarget, Integer> counts = new EnumMap<>(FaultTarget.class);
  private @Nullable SimulatedMeter other;

  MeterTask(SimulatedMeter meter, Optional<SimulatedMeter> other, FaultPlan faults, InstantSource time) {
    this.meter = meter;
    this.faults = faults;
    this.time = time;
    this.other = other.orElse(null);
  }

  /// One request, from now on counted.
  record Turn(MeterRequest head, SimulatedMeter meter, List<Fault> faults) {
    boolean has(Kind kind) {
      return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }

    Transmission handle(MeterRequest request) {
      return new FaultyHandler(faults, meter).handle(request);
    }
  }

  SimulatedMeter meter() {
    return meter;
  }

  Instant now() {
    return time.instant();
  }

  synchronized Turn begin(MeterRequest head) {
    var striking = new ArrayList<>(faults.striking(FaultTarget.ANY, counts.merge(FaultTarget.ANY, 1, Integer::sum)));
    FaultTarget.of(head).ifPresent(
        target -> striking.addAll(faults.striking(target, counts.merge(target, 1, Integer::sum))));
    boolean stranger = striking.stream().anyMatch(fault -> fault.kind() == Kind.OTHER);
    SimulatedMeter answering = stranger ? other() : meter;
    answering.advanceTo(now());
    return new Turn(head, answering, List.copyOf(striking));
  }

  synchronized void log(int connection, MeterRequest head, int bodyLength) {
    requests.add(new ReceivedRequest(connection, head.method(), head.path(), head.headers(), bodyLength));
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /// The meter at the same address, made up when none was given: running for a day, with records of its own.
  synchronized SimulatedMeter other() {
    SimulatedMeter present = other;
    if (present == null) {
      present = new SimulatedMeter(SimulatedMeter.Settings.of(new Ssid("SEM-02:00:00:00:00:01"), 4711)
          .withToken(new MeterToken("StrangeMetersToken01", new UUID(4711, 1))));
      present.powerOn(now().minus(Duration.ofDays(1)));
      other = present;
    }
    return present;
  }

  boolean refusesConnection(int number) {
    return faults.has(FaultTarget.CONNECT, number, Kind.REFUSE);
  }

  boolean dropsConnection(int number) {
    return faults.has(FaultTarget.CONNECT, number, Kind.DROP);
  }

  boolean silencesConnection(int number) {
    return faults.has(FaultTarget.CONNECT, number, Kind.SILENT);
  }
}
