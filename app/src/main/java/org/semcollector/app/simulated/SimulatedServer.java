package org.semcollector.app.simulated;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedFirmware;
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
  /// Both are later than what simulated meters run; the second would not increase the number that meters compare.
  private static final List<String> VERSIONS = List.of("1.0.3", "1.1.0");
  private static final int IMAGE_BYTES = 200_000;

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
    profileOfMeters(site).ifPresent(profile -> board.addProfile(PROFILE, profile));
    for (String version : VERSIONS) {
      Bytes image = SimulatedFirmware.image(IMAGE_BYTES, version.hashCode());
      board.addFirmware(PROFILE, "sem", version, "SHA256", image.sha256(), image);
    }
    for (SiteMeter meter : site.meters()) {
      board.addDevice(meter.meter().ssid().value(), PROFILE, accessToken(meter.meter()));
    }
    return new SimulatedServer(board, ThingsBoardServer.start(board, ServerFaults.NONE, port),
        board.createApiKey(USER));
  }

  /// All meters of a site carry the same one.
  private static Optional<UUID> profileOfMeters(SimulatedSite site) {
    return site.meters().stream().flatMap(meter -> token(meter.meter()).stream()).map(MeterToken::deviceProfileId)
        .findFirst();
  }

  /// What was given to the meter when it was put up; empty lets the server make one that the meter does not know.
  private static String accessToken(SimulatedMeter meter) {
    return token(meter).map(MeterToken::accessToken).orElse("");
  }

  private static Optional<MeterToken> token(SimulatedMeter meter) {
    return meter.handle(MeterRequest.get("/token")) instanceof MeterReply.Answer(int status, _, Bytes body, _)
        && status == 200 ? MeterToken.decode(body) : Optional.empty();
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
