package org.semcollector.app.sync.thingsboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.thingsboard.Judge.Api;
import tools.jackson.databind.JsonNode;

/// Signed requests to ThingsBoard's REST API, answered in JSON; and what everybody asks it.
final class RestApi {
  private static final String OF_TENANT = "/api/tenant/deviceInfos";

  private final Wire wire;
  private final Session session;
  /// Where this sign-in may list devices; known after the first page.
  private volatile @Nullable String deviceList;

  RestApi(Wire wire, Session session) {
    this.wire = wire;
    this.session = session;
  }

  Answer<JsonNode> get(String path) {
    return signed(headers -> json(wire.get(path, headers)));
  }

  Answer<JsonNode> post(String path, JsonNode body) {
    return signed(headers -> json(wire.post(path, headers, Json.MAPPER.writeValueAsBytes(body))));
  }

  /// A request with the headers of the sign-in; what refuses the sign-in is the answer.
  <T> Answer<T> signed(Function<Map<String, String>, Answer<T>> request) {
    return switch (session.headers()) {
      case Answer.Not<Map<String, String>>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<Map<String, String>>(Map<String, String> headers) -> request.apply(headers);
    };
  }

  /// A page of devices by name: the tenant's, or for a customer's user the customer's own.
  Answer<JsonNode> devices(int page, int perPage) {
    String known = deviceList;
    if (known != null)
      return get(pageOf(known, page, perPage, "name"));
    Answer<JsonNode> asTenant = get(pageOf(OF_TENANT, page, perPage, "name"));
    if (!(asTenant instanceof Answer.Not<JsonNode>(Trouble.NotAllowed _))) {
      deviceList = OF_TENANT;
      return asTenant;
    }
    return switch (get("/api/auth/user")) {
      case Answer.Not<JsonNode>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<JsonNode>(JsonNode user) -> {
        String own = "/api/customer/" + encode(user.path("customerId").path("id").asString("")) + "/deviceInfos";
        deviceList = own;
        yield get(pageOf(own, page, perPage, "name"));
      }
    };
  }

  /// A device's access token; empty when it signs in otherwise.
  Answer<Optional<String>> accessToken(String deviceId) {
    return map(get("/api/device/" + encode(deviceId) + "/credentials"),
        json -> "ACCESS_TOKEN".equals(json.path("credentialsType").asString(""))
            ? Optional.of(json.path("credentialsId").asString(""))
            : Optional.empty());
  }

  static String pageOf(String list, int page, int perPage, String sort) {
    return list + "?pageSize=" + perPage + "&page=" + page + "&sortProperty=" + sort + "&sortOrder=ASC";
  }

  /// The object in a reply; a reply without one is trouble.
  static Answer<JsonNode> json(Answer<WireReply> answer) {
    return switch (answer) {
      case Answer.Not<WireReply>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<WireReply>(WireReply reply) -> {
        Optional<Trouble> trouble = Judge.trouble(reply, Api.REST);
        yield trouble.<Answer<JsonNode>>map(Answer::not).orElseGet(() -> Json.parse(reply.body())
            .filter(JsonNode::isObject).map(Answer::ok).orElseGet(() -> Answer.not(Judge.unexpected(reply))));
      }
    };
  }

  static <A, B> Answer<B> map(Answer<A> answer, Function<A, B> with) {
    return switch (answer) {
      case Answer.Ok<A>(A value) -> Answer.ok(with.apply(value));
      case Answer.Not<A>(Trouble trouble) -> Answer.not(trouble);
    };
  }

  static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
