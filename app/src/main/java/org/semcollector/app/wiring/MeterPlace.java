package org.semcollector.app.wiring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.LocalNetwork;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.semcollector.app.wifi.manual.MeterProbe;
import org.semcollector.app.wifi.manual.Neighbour;
import org.semcollector.app.wifi.manual.system.SystemNetwork;

/// Where a meter that the user joined is looked for.
///
/// @param network the networks of this computer
/// @param meter where it answers
record MeterPlace(LocalNetwork network, URI meter) {
  /// A computer in no network.
  static final MeterPlace NOWHERE = new MeterPlace(new LocalNetwork() {
    @Override
    public List<LocalAddress> addresses() {
      return List.of();
    }

    @Override
    public List<Neighbour> atMeterAddress() {
      return List.of();
    }
  }, MeterNetwork.WEB_SERVER);

  /// People wait for the answer, and what is no meter often stays silent.
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(4);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  /// This computer's networks.
  static MeterPlace of(String osName) {
    return new MeterPlace(SystemNetwork.of(osName), MeterNetwork.WEB_SERVER);
  }

  MeterProbe probe() {
    return new MeterProbe(new HttpMeterClients(CONNECT_LIMIT, ANSWER_LIMIT), meter);
  }
}
