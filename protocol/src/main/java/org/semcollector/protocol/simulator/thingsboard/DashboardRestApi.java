package org.semcollector.protocol.simulator.thingsboard;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dashboards: kept as they come, as the real server does; it only asks for a title, and that nobody changed the
/// dashboard meanwhile (`version`).
final class DashboardRestApi {
  private static final Pattern ONE = Pattern.compile("/api/dashboard/([^/]+)");

  private final SimulatedThingsBoard board;
  private final Map<UUID, Json.Obj> dashboards = new LinkedHashMap<>();

  DashboardRestApi(SimulatedThingsBoard board) {
    this.board = board;
  }

  static boolean isFor(String path) {
    return path.equals("/api/tenant/dashboards") || path.startsWith("/api/dashboard");
  }

  List<Json.Obj> all() {
    return List.copyOf(dashboards.values());
  }

  ServerReply handle(ServerRequest request, SimulatedUser user) {
    if (!user.isTenantAdmin())
      return error(403, ServerReply.NO_PERMISSION, "You don't have permission to perform this operation!");
    return switch (request.method() + " " + request.path()) {
      case "GET /api/tenant/dashboards" -> list(request);
      case "POST /api/dashboard" -> save(request);
      default -> one(request);
    };
  }

  private ServerReply list(ServerRequest request) {
    String search = request.parameter("textSearch").orElse("").toLowerCase(Locale.ROOT);
    return Pages.reply(request, dashboards.values().stream().map(DashboardRestApi::info)
        .filter(info -> info.text("title").orElse("").toLowerCase(Locale.ROOT).contains(search))
        .sorted(Comparator.comparing(info -> info.text("title").orElse(""))).toList(), board.now());
  }

  /// Lists leave the configuration out.
  private static Json.Obj info(Json.Obj dashboard) {
    var members = new LinkedHashMap<>(dashboard.members());
    members.remove("configuration");
    return new Json.Obj(members);
  }

  private ServerReply one(ServerRequest request) {
    Matcher path = ONE.matcher(request.path());
    Optional<Json.Obj> found = path.matches() && request.method().equals("GET")
        ? RestApi.uuid(path.group(1)).map(dashboards::get)
        : Optional.empty();
    return found.map(ServerReply::json)
        .orElseGet(() -> error(404, ServerReply.NOT_FOUND, "Requested item wasn't found!"));
  }

  private ServerReply save(ServerRequest request) {
    Json.Obj body = RestApi.object(request).orElse(Json.obj());
    if (body.text("title").orElse("").isBlank())
      return error(400, ServerReply.BAD_REQUEST, "Dashboard title should be specified!");
    Optional<UUID> given = body.get("id").flatMap(id -> id instanceof Json.Obj object
        ? object.text("id")
        : Optional.empty()).flatMap(RestApi::uuid);
    Optional<Json.Obj> former = given.map(dashboards::get);
    if (given.isPresent() && former.isEmpty())
      return error(404, ServerReply.NOT_FOUND, "Dashboard with id [" + given.get() + "] is not found");
    if (former.isPresent() && !former.get().get("version").equals(body.get("version")))
      return error(409, 35, "Entity was already changed by someone else");
    UUID id = given.orElseGet(() -> board.registry().uuid());
    long version = former.flatMap(old -> old.get("version"))
        .map(old -> old instanceof Json.Num(var number) ? number.longValue() : 0L).orElse(0L) + 1;
    var members = new LinkedHashMap<>(body.members());
    members.put("id", Json.obj("entityType", "DASHBOARD", "id", id.toString()));
    members.put("version", Json.num(version));
    dashboards.put(id, new Json.Obj(members));
    return ServerReply.json(new Json.Obj(members));
  }

  private ServerReply error(int status, int code, String message) {
    return ServerReply.error(status, code, message, board.now());
  }
}
