package org.semcollector.app.wiring;

import java.util.List;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedMeter;
import org.semcollector.protocol.simulator.SimulatedRadio;

/// Two simulated meters on loopback sockets, the second with three phases or not as the site has it.
record SiteFixture(SimulatedMeters meters) implements AutoCloseable {
  private static final int DAYS = 12;

  static SiteFixture start(int count, String faults) {
    FaultPlan plan = FaultPlan.parse(faults);
    return new SiteFixture(SimulatedMeters.start(count, DAYS, Sem.CLOCK, Sem.BERLIN, _ -> plan, 0));
  }

  static SiteFixture start(int count) {
    return start(count, "");
  }

  String url(int meter) {
    return radio(meter).server().uri().toString();
  }

  Ssid ssid(int meter) {
    return radio(meter).ssid();
  }

  SimulatedMeter meter(int meter) {
    return radio(meter).server().meter();
  }

  /// What its flash holds, asked past the network.
  List<Reading> flash(int meter) {
    Bytes body = ((MeterReply.Answer) meter(meter).handle(MeterRequest.get("/telemetry"))).body();
    return ReadingCodec.decode(body).readings();
  }

  private SimulatedRadio radio(int meter) {
    return meters.radios().list().get(meter);
  }

  @Override
  public void close() {
    meters.close();
  }
}
