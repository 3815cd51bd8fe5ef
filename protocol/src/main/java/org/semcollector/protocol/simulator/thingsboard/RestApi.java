package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The users' REST API: signs in, then hands on.
final class RestApi {
  private static final Pattern TELEMETRY = Pattern.compile("/api/plugins/telemetry/DEVICE/([^/]+)/(.+)");

  private final SimulatedThingsBoard board;
  private final Accounts accounts;
  private final DeviceRestApi devices;
  private final TelemetryRestApi telemetry;
  private final DashboardRestApi dashboards;
  private final FirmwareRestApi firmware;

  RestApi(SimulatedThingsBoard board, Accounts accounts) {
    this.board = board;
    this.accounts = accounts;
    this.devices = new DeviceRestApi(board);
    this.telemetry = new TelemetryRestApi(board);
    this.dashboards = new DashboardRestApi(board);
    this.firmware = new FirmwareRestApi(board);
  }

  ServerReply handle(ServerRequest request) {
    return switch (request.path()) {
      case "/api/auth/login" -> login(request);
      case "/api/auth/token" -> refresh(request);
      default -> switch (accounts.authenticate(request, board.now())) {
        case Accounts.Proof.Known(SimulatedUser user) -> route(request, user);
        case Accounts.Proof.Expired() -> error(401, ServerReply.TOKEN_EXPIRED, "Token has expired");
        case Accounts.Proof.Unknown() -> error(401, ServerReply.BAD_CREDENTIALS, "Authentication failed");
      };
    };
  }

  DashboardRestApi dashboards() {
    return dashboards;
  }

  FirmwareRestApi firmware() {
    return firmware;
  }

  private ServerReply route(ServerRequest request, SimulatedUser user) {
    if (DashboardRestApi.isFor(request.path()))
      return dashboards.handle(request, user);
    if (FirmwareRestApi.isFor(request.path()))
      return firmware.handle(request, user);
    Matcher path = TELEMETRY.matcher(request.path());
    if (!path.matches())
      return devices.handle(request, user);
    Optional<SimulatedDevice> device = uuid(path.group(1)).flatMap(board.registry()::find);
    if (device.isEmpty())
      return error(404, ServerReply.NOT_FOUND, "Device with id [" + path.group(1) + "] is not found");
    if (!device.get().isVisibleTo(user))
      return error(403, ServerReply.NO_PERMISSION, "You don't have permission to perform this operation!");
    return telemetry.handle(request, user, device.get(), path.group(2));
  }

  private ServerReply login(ServerRequest request) {
    Optional<SimulatedUser> user = object(request)
        .flatMap(body -> accounts.login(body.text("username").orElse(""), body.text("password").orElse("")));
    return user.map(known -> ServerReply.json(accounts.tokens(known, board.now())))
        .orElseGet(() -> error(401, ServerReply.BAD_CREDENTIALS, "Invalid username or password"));
  }

  private ServerReply refresh(ServerRequest request) {
    String token = object(request).flatMap(body -> body.text("refreshToken")).orElse("");
    return switch (accounts.refresh(token, board.now())) {
      case Accounts.Proof.Known(SimulatedUser user) -> ServerReply.json(accounts.tokens(user, board.now()));
      case Accounts.Proof.Expired() -> error(401, ServerReply.TOKEN_EXPIRED, "Token has expired");
      case Accounts.Proof.Unknown() -> error(401, ServerReply.BAD_CREDENTIALS, "Authentication failed");
    };
  }

  /// The body as an object; empty when it is something else.
  static Optional<Json.Obj> object(ServerRequest request) {
    try {
      Json json = JsonReader.read(new String(request.body().toArray(), StandardCharsets.UTF_8));
      return json instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
    } catch (JsonReader.Malformed _) {
      return Optional.empty();
    }
  }

  static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private ServerReply error(int status, int code, String message) {
    return ServerReply.error(status, code, message, board.now());
  }
}
