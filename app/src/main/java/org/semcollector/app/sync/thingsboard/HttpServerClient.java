package org.semcollector.app.sync.thingsboard;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.ServerDates;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.server.DashboardInfo;
import org.semcollector.app.sync.server.DeviceInfo;
import org.semcollector.app.sync.server.DeviceProfile;
import org.semcollector.app.sync.server.NewDevice;
import org.semcollector.app.sync.server.Page;
import org.semcollector.app.sync.server.ServerClient;
import org.semcollector.app.sync.server.ServerIdentity;
import org.semcollector.app.sync.thingsboard.Judge.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// ThingsBoard's REST API for people: devices, dashboards, firmware.
public final class HttpServerClient implements ServerClient {
  private static final int PER_PAGE = 500;

  private final SyncTarget target;
  private final Wire wire;
  private final Session session;
  private final RestApi api;

  private HttpServerClient(SyncTarget target, Clock clock, ServerDates dates) {
    this.target = target;
    this.wire = new Wire(target.baseUri(), target.trust(), dates, Duration.ofSeconds(15), Duration.ofSeconds(60));
    this.session = new Session(target, wire, clock);
    this.api = new RestApi(wire, session);
  }

  /// Opens clients with waits that suit a slow mobile network.
  ///
  /// @param dates hears the server's clock
  public static ServerClient.Opener opener(Clock clock, ServerDates dates) {
    return target -> new HttpServerClient(target, clock, dates);
  }

  @Override
  public Answer<ServerIdentity> identify() {
    return switch (session.signIn()) {
      case Answer.Not<Map<String, String>>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<Map<String, String>>(Map<String, String> headers) ->
        target.canProve() ? user(headers) : stranger();
    };
  }

  /// Without a sign-in ThingsBoard answers 401 in JSON; nothing else does.
  private Answer<ServerIdentity> stranger() {
    return switch (wire.get("/api/system/info", Map.of())) {
      case Answer.Not<WireReply>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<WireReply>(WireReply reply) -> {
        Optional<Trouble> trouble = Judge.trouble(reply, Api.REST);
        boolean known = Json.parse(reply.body()).filter(json -> json.has("errorCode") || json.has("version"))
            .isPresent();
        yield known && (reply.ok() || reply.status() == 401)
            ? Answer.ok(new ServerIdentity(version(reply), Optional.empty(), Judge.httpDate(reply.date()), wire.key()))
            : Answer.not(trouble.filter(t -> !(t instanceof Trouble.SignInAgain)).orElse(Judge.unexpected(reply)));
      }
    };
  }

  private Answer<ServerIdentity> user(Map<String, String> headers) {
    return switch (wire.get("/api/auth/user", headers)) {
      case Answer.Not<WireReply>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<WireReply>(WireReply reply) -> RestApi.map(RestApi.json(Answer.ok(reply)), user -> {
        boolean tenant = "TENANT_ADMIN".equals(user.path("authority").asString(""));
        // not every user may ask for the release
        Optional<String> version = wire.get("/api/system/info", headers) instanceof Answer.Ok<WireReply>(var info)
            ? version(info)
            : Optional.empty();
        return new ServerIdentity(version,
            Optional.of(new ServerIdentity.Who(user.path("email").asString(""), tenant)),
            Judge.httpDate(reply.date()), wire.key());
      });
    };
  }

  private static Optional<String> version(WireReply reply) {
    return reply.ok()
        ? Json.parse(reply.body()).map(json -> json.path("version").asString("")).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  @Override
  public Answer<Page<DeviceInfo>> devices(int page) {
    return RestApi.map(api.devices(page, PER_PAGE), json -> entries(json, HttpServerClient::device));
  }

  private static DeviceInfo device(JsonNode json) {
    String profile = json.path("deviceProfileName").asString(json.path("type").asString(""));
    return new DeviceInfo(id(json.path("id")), json.path("name").asString(""), json.path("label").asString(""),
        new DeviceProfile(id(json.path("deviceProfileId")), profile));
  }

  @Override
  public Answer<Optional<String>> accessToken(DeviceInfo device) {
    return api.accessToken(device.id());
  }

  @Override
  public Answer<DeviceInfo> create(NewDevice device) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("name", device.name());
    json.put("label", device.label());
    json.put("type", device.profile());
    String token = device.accessToken().map(text -> "?accessToken=" + RestApi.encode(text)).orElse("");
    return RestApi.map(api.post("/api/device" + token, json), HttpServerClient::device);
  }

  @Override
  public Answer<Page<DeviceProfile>> profiles(int page) {
    return page("/api/deviceProfileInfos", page, "name",
        json -> new DeviceProfile(id(json.path("id")), json.path("name").asString("")));
  }

  @Override
  public Answer<Page<DashboardInfo>> dashboards(int page) {
    return page("/api/tenant/dashboards", page, "title", HttpServerClient::dashboard);
  }

  private static DashboardInfo dashboard(JsonNode json) {
    return new DashboardInfo(id(json.path("id")), json.path("title").asString(""));
  }

  /// Replacing starts from what the server has: its version counter and the customers that may see it must stay.
  @Override
  public Answer<DashboardInfo> saveDashboard(Optional<String> id, String json) {
    ObjectNode own = (ObjectNode) Json.MAPPER.readTree(json);
    if (id.isEmpty()) {
      return RestApi.map(api.post("/api/dashboard", own), HttpServerClient::dashboard);
    }
    return switch (api.get("/api/dashboard/" + RestApi.encode(id.get()))) {
      case Answer.Not<JsonNode>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<JsonNode>(JsonNode former) -> {
        ObjectNode merged = ((ObjectNode) former).deepCopy();
        own.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        yield RestApi.map(api.post("/api/dashboard", merged), HttpServerClient::dashboard);
      }
    };
  }

  @Override
  public Answer<Page<ServerFirmware>> firmware(DeviceProfile profile, int page) {
    return RestApi.map(page("/api/otaPackages/" + RestApi.encode(profile.id()) + "/FIRMWARE", page, "title",
        json -> json.path("hasData").asBoolean(false)
            ? Optional.of(firmware(json, profile))
            : Optional.<ServerFirmware>empty()),
        all -> new Page<>(all.entries().stream().flatMap(Optional::stream).toList(), all.more()));
  }

  private static ServerFirmware firmware(JsonNode json, DeviceProfile profile) {
    return new ServerFirmware(id(json.path("id")), profile.id(), profile.name(), json.path("title").asString(""),
        json.path("version").asString(""), json.path("dataSize").asLong(-1),
        json.path("checksumAlgorithm").asString(""), json.path("checksum").asString(""));
  }

  @Override
  public Answer<HeldFirmware> download(ServerFirmware firmware, FirmwareLibrary library) throws FirmwareException {
    return switch (session.headers()) {
      case Answer.Not<Map<String, String>>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<Map<String, String>>(Map<String, String> headers) -> {
        Answer<Kept> kept = wire.getFile("/api/otaPackage/" + RestApi.encode(firmware.id()) + "/download", headers,
            in -> Kept.by(library, firmware, in));
        yield switch (kept) {
          case Answer.Not<Kept>(Trouble trouble) -> Answer.not(trouble);
          case Answer.Ok<Kept>(Kept.Held(HeldFirmware held)) -> Answer.ok(held);
          case Answer.Ok<Kept>(Kept.Refused(FirmwareException why)) -> throw why;
        };
      }
    };
  }

  /// What the library said, carried through the HTTP client, which knows only its own exceptions.
  private sealed interface Kept {
    record Held(HeldFirmware held) implements Kept {}

    record Refused(FirmwareException why) implements Kept {}

    static Kept by(FirmwareLibrary library, ServerFirmware firmware, java.io.InputStream in) throws IOException {
      try {
        return new Held(library.keep(firmware, in));
      } catch (FirmwareException e) {
        return new Refused(e);
      }
    }
  }

  private <T> Answer<Page<T>> page(String list, int page, String sort, Function<JsonNode, T> read) {
    return RestApi.map(api.get(RestApi.pageOf(list, page, PER_PAGE, sort)), json -> entries(json, read));
  }

  private static <T> Page<T> entries(JsonNode json, Function<JsonNode, T> read) {
    List<T> entries = new ArrayList<>();
    json.path("data").values().forEach(entry -> entries.add(read.apply(entry)));
    return new Page<>(entries, json.path("hasNext").asBoolean(false));
  }

  private static String id(JsonNode entity) {
    return entity.path("id").asString("");
  }

  @Override
  public void close() {
    wire.close();
  }
}
