package org.semcollector.app.safety;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.protocol.simulator.Fault;
import org.semcollector.protocol.simulator.FaultPlan;

/// Clients that wait long for an answer, as a busy machine needs, and short only for meters that fall silent on purpose.
final class PatientClients implements MeterClient.Factory {
  private static final Set<Fault.Kind> SILENT = EnumSet.of(Fault.Kind.SILENT, Fault.Kind.STALL, Fault.Kind.HANG);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENT = Duration.ofSeconds(3);
  private static final Duration SHORT = Duration.ofMillis(300);

  private volatile HttpMeterClients clients = new HttpMeterClients(CONNECT, PATIENT);

  /// Waits from now on as a meter with these faults asks for.
  void expect(FaultPlan plan) {
    boolean silent = plan.rules().stream().anyMatch(rule -> SILENT.contains(rule.fault().kind()));
    clients = new HttpMeterClients(CONNECT, silent ? SHORT : PATIENT);
  }

  @Override
  public MeterClient open(URI meter) {
    return clients.open(meter);
  }
}
