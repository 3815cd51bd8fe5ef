package org.semcollector.app.simulated;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedMeter;
import org.semcollector.protocol.simulator.SimulatedSite;
import org.semcollector.protocol.simulator.SimulatedSite.SiteMeter;
import org.semcollector.protocol.simulator.thingsboard.ServerFaults;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.ThingsBoardServer;

/// A simulated ThingsBoard that knows the meters of a simulated site: by their token, and those without one by name.
public final class SimulatedServer implements AutoCloseable {
  private static final String USER = "demo@example.org";
  private static final String PROFILE = "SEM";
  private static final long SEED = 4;

  private final SimulatedThingsBoard board;
  private final ThingsBoardServer server;
  private final String apiKey;

  private SimulatedServer(SimulatedThingsBoard board, ThingsBoardServer server, String apiKey) {
    this.board = board;
    this.server = server;
    this.apiKey = apiKey;
  }

  /// @param port on loopback, 0 for any
  public static SimulatedServer start(SimulatedSite site, InstantSource time, int port) {
    var board = new SimulatedThingsBoard(time, SEED);
    board.addTenantAdmin(USER, "demo");
    for (SiteMeter meter : site.meters()) {
      board.addDevice(meter.meter().ssid().value(), PROFILE, accessToken(meter.meter()));
    }
    return new SimulatedServer(board, ThingsBoardServer.start(board, ServerFaults.NONE, port),
        board.createApiKey(USER));
  }

  /// What was given to the meter when it was put up; empty lets the server make one that the meter does not know.
  private static String accessToken(SimulatedMeter meter) {
    return meter.handle(MeterRequest.get("/token")) instanceof MeterReply.Answer(int status, _, Bytes body, _)
        && status == 200 ? MeterToken.decode(body).map(MeterToken::accessToken).orElse("") : "";
  }

  public URI uri() {
    return server.uri();
  }

  public String apiKey() {
    return apiKey;
  }

  public SyncTarget target() {
    return new SyncTarget(uri(), Optional.of(apiKey), Optional.empty(), Optional.empty());
  }

  /// How many readings it holds over all devices: stamps that carry an energy.
  public long storedReadings() {
    return board.devices().stream().mapToLong(device -> board.stored(device.id(), "kwh").size()).sum();
  }

  @Override
  public void close() {
    server.close();
  }
}
