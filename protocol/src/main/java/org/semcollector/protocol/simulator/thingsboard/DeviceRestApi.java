package org.semcollector.protocol.simulator.thingsboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Devices, profiles, the signed-in user and the server's version.
final class DeviceRestApi {
  private static final Pattern ONE_DEVICE = Pattern.compile("/api/device/([^/]+)(/credentials)?");
  private static final Pattern CUSTOMER_DEVICES = Pattern.compile("/api/customer/([^/]+)/deviceInfos");

  private final SimulatedThingsBoard board;

  DeviceRestApi(SimulatedThingsBoard board) {
    this.board = board;
  }

  ServerReply handle(ServerRequest request, SimulatedUser user) {
    return switch (request.method() + " " + request.path()) {
      case "GET /api/system/info" -> ServerReply.json(
          Json.obj("version", SimulatedThingsBoard.VERSION, "artifact", "application", "name", "ThingsBoard"));
      case "GET /api/auth/user" -> ServerReply.json(user(user));
      case "GET /api/tenant/deviceInfos" -> user.isTenantAdmin() ? page(request, devices(user)) : forbidden();
      case "GET /api/tenant/devices" -> user.isTenantAdmin() ? named(request) : forbidden();
      case "GET /api/deviceProfileInfos" -> page(request, profiles(false));
      case "GET /api/deviceProfiles" ->
        user.isTenantAdmin() ? page(request, profiles(true)) : forbidden();
      case "POST /api/device" -> user.isTenantAdmin() ? save(request) : forbidden();
      default -> byId(request, user);
    };
  }

  private ServerReply byId(ServerRequest request, SimulatedUser user) {
    Matcher customer = CUSTOMER_DEVICES.matcher(request.path());
    if (customer.matches() && request.method().equals("GET"))
      return customerDevices(request, user, customer.group(1));
    Matcher one = ONE_DEVICE.matcher(request.path());
    if (!one.matches() || !request.method().equals("GET"))
      return error(404, ServerReply.NOT_FOUND, "No such request");
    Optional<SimulatedDevice> device = RestApi.uuid(one.group(1)).flatMap(board.registry()::find);
    if (device.isEmpty())
      return error(404, ServerReply.NOT_FOUND, "Device with id [" + one.group(1) + "] is not found");
    if (!device.get().isVisibleTo(user))
      return forbidden();
    return ServerReply.json(one.group(2) == null ? json(device.get()) : credentials(device.get()));
  }

  private ServerReply customerDevices(ServerRequest request, SimulatedUser user, String id) {
    Optional<UUID> customer = RestApi.uuid(id);
    if (customer.isEmpty() || !(user.isTenantAdmin() || user.customer().equals(customer)))
      return forbidden();
    return page(request, devices(new SimulatedUser(user.id(), user.email(), customer)));
  }

  private ServerReply named(ServerRequest request) {
    String name = request.parameter("deviceName").orElse("");
    return board.registry().named(name).map(device -> ServerReply.json(json(device)))
        .orElseGet(() -> error(404, ServerReply.NOT_FOUND, "Requested item wasn't found!"));
  }

  /// Creates a device, or renames the one whose id is given.
  private ServerReply save(ServerRequest request) {
    Json.Obj body = RestApi.object(request).orElse(Json.obj());
    String name = body.text("name").orElse("").strip();
    if (name.isEmpty())
      return error(400, ServerReply.BAD_REQUEST, "Device name should be specified!");
    Optional<UUID> id = id(body, "id");
    boolean taken = board.registry().named(name).filter(device -> !id.equals(Optional.of(device.id()))).isPresent();
    if (taken)
      return error(400, ServerReply.BAD_REQUEST, "Device with such name already exists!");
    String label = body.text("label").orElse("");
    if (id.isPresent()) {
      return board.registry().find(id.get()).map(device -> {
        board.registry().replace(device.renamed(name, label));
        return ServerReply.json(json(device.renamed(name, label)));
      }).orElseGet(() -> error(404, ServerReply.NOT_FOUND, "Device with id [" + id.get() + "] is not found"));
    }
    String token = request.parameter("accessToken").orElse("");
    if (!token.isEmpty() && board.registry().withToken(token).isPresent())
      return error(400, ServerReply.BAD_REQUEST, "Device credentials are already assigned to another device!");
    Optional<UUID> profileId = id(body, "deviceProfileId");
    Optional<String> known = profileId.flatMap(board.registry()::profileName);
    if (profileId.isPresent() && known.isEmpty())
      return error(400, ServerReply.BAD_REQUEST, "Device is referencing to non-existent device profile!");
    String profile = known.or(() -> body.text("type")).orElse("default");
    return ServerReply.json(
        json(board.registry().add(name, label, profile, token)));
  }

  private static Optional<UUID> id(Json.Obj body, String member) {
    return body.get(member).flatMap(value -> value instanceof Json.Obj id ? id.text("id") : Optional.empty())
        .flatMap(RestApi::uuid);
  }

  private Stream<Json.Obj> devices(SimulatedUser user) {
    return board.registry().all().stream().filter(device -> device.isVisibleTo(user)).map(DeviceRestApi::json);
  }

  private Stream<Json.Obj> profiles(boolean whole) {
    return board.registry().profiles().entrySet().stream()
        .map(profile -> whole ? wholeProfile(profile) : profileInfo(profile));
  }

  private static Json.Obj profileInfo(Map.Entry<String, UUID> profile) {
    return Json.obj("id", entity("DEVICE_PROFILE", profile.getValue()), "name", profile.getKey(), "type", "DEFAULT",
        "transportType", "DEFAULT");
  }

  private static Json.Obj wholeProfile(Map.Entry<String, UUID> profile) {
    return Json.obj("id", entity("DEVICE_PROFILE", profile.getValue()), "name", profile.getKey(), "type", "DEFAULT",
        "transportType", "DEFAULT", "provisionType", "DISABLED", "default", profile.getKey().equals("default"));
  }

  /// One page of a list, sorted and searched by name.
  private ServerReply page(ServerRequest request, Stream<Json.Obj> all) {
    String search = request.parameter("textSearch").orElse("").toLowerCase(Locale.ROOT);
    Comparator<Json.Obj> byName = Comparator.comparing(entry -> entry.text("name").orElse(""));
    boolean descending = request.parameter("sortOrder").orElse("ASC").equals("DESC");
    List<Json.Obj> found = all.filter(entry -> entry.text("name").orElse("").toLowerCase(Locale.ROOT).contains(search))
        .filter(entry -> request.parameter("deviceProfileId").map(id -> entry.text().contains(id)).orElse(true))
        .sorted(descending ? byName.reversed() : byName).toList();
    return Pages.reply(request, found, board.now());
  }

  private static Json.Obj json(SimulatedDevice device) {
    return Json.obj("id", entity("DEVICE", device.id()), "name", device.name(), "label", device.label(), "type",
        device.profileName(), "deviceProfileId", entity("DEVICE_PROFILE", device.profileId()), "deviceProfileName",
        device.profileName(), "customerId",
        device.customer().<Json>map(id -> entity("CUSTOMER", id)).orElse(new Json.Nil()));
  }

  private static Json credentials(SimulatedDevice device) {
    return Json.obj("id", Json.obj("id", new UUID(device.id().getMostSignificantBits(), 7).toString()), "deviceId",
        entity("DEVICE", device.id()), "credentialsType", "ACCESS_TOKEN", "credentialsId", device.accessToken());
  }

  private static Json user(SimulatedUser user) {
    return Json.obj("id", entity("USER", user.id()), "email", user.email(), "name", user.email(), "authority",
        user.authority(), "customerId", user.customer().<Json>map(id -> entity("CUSTOMER", id)).orElse(new Json.Nil()));
  }

  private static Json entity(String type, UUID id) {
    return Json.obj("entityType", type, "id", id.toString());
  }

  private ServerReply forbidden() {
    return error(403, ServerReply.NO_PERMISSION, "You don't have permission to perform this operation!");
  }

  private ServerReply error(int status, int code, String message) {
    return ServerReply.error(status, code, message, board.now());
  }
}
