package org.semcollector.app.sync.thingsboard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import tools.jackson.databind.JsonNode;

/// The sign-in: an API key, or a user's pair of JSON Web Tokens, renewed before it runs out. Holds secrets; says none.
final class Session {
  private static final String HEADER = "X-Authorization";
  /// ThingsBoard's default is 9,000 s; a token that does not tell its life is renewed early.
  private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(15);

  /// @param renewAt by this laptop's clock, counted from when the token came: the two clocks need not agree
  private record Tokens(String access, String refresh, Instant renewAt) {
    @Override
    public String toString() {
      return "Tokens[…]";
    }
  }

  private final SyncTarget target;
  private final Wire wire;
  private final Clock clock;
  private @Nullable Tokens tokens;

  Session(SyncTarget target, Wire wire, Clock clock) {
    this.target = target;
    this.wire = wire;
    this.clock = clock;
  }

  /// Signs in again: with the refresh token if there is one, else with the password. An API key needs nothing.
  synchronized Answer<Map<String, String>> signIn() {
    if (target.apiKey().isPresent()) {
      return Answer.ok(Map.of(HEADER, "ApiKey " + target.apiKey().get()));
    }
    if (target.user().isEmpty()) {
      return Answer.ok(Map.of());
    }
    Tokens old = tokens;
    tokens = null;
    if (old != null) {
      Answer<Map<String, String>> renewed = ask("/api/auth/token", Map.of("refreshToken", old.refresh()));
      if (!(renewed instanceof Answer.Not<Map<String, String>>(Trouble.SignInAgain _))) {
        return renewed;
      }
    }
    return ask("/api/auth/login",
        Map.of("username", target.user().get(), "password", target.password().orElse("")));
  }

  /// The headers of a signed request; renews the sign-in when it is about to run out.
  synchronized Answer<Map<String, String>> headers() {
    Tokens now = tokens;
    if (target.apiKey().isPresent() || target.user().isEmpty()
        || now == null || !clock.instant().isBefore(now.renewAt())) {
      return signIn();
    }
    return Answer.ok(bearer(now));
  }

  private Answer<Map<String, String>> ask(String path, Map<String, String> question) {
    byte[] body = Json.MAPPER.writeValueAsBytes(question);
    return switch (wire.post(path, Map.of(), body)) {
      case Answer.Not<WireReply>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<WireReply>(WireReply reply) -> {
        Optional<Trouble> trouble = Judge.trouble(reply, Judge.Api.REST);
        yield trouble.isPresent() ? Answer.not(atSignIn(trouble.get())) : take(reply);
      }
    };
  }

  // A sign-in that is refused in any words is a refused sign-in.
  private static Trouble atSignIn(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Refused(String reason) -> new Trouble.SignInAgain(reason);
      case Trouble.NotAllowed(String reason) -> new Trouble.SignInAgain(reason);
      case Trouble.NoSuchDevice(String reason) ->
        new Trouble.NotThingsBoard("a server without ThingsBoard's sign-in (" + reason + ")");
      default -> trouble;
    };
  }

  private Answer<Map<String, String>> take(WireReply reply) {
    Optional<JsonNode> json = Json.parse(reply.body());
    String access = json.map(j -> j.path("token").asString("")).orElse("");
    String refresh = json.map(j -> j.path("refreshToken").asString("")).orElse("");
    if (access.isEmpty()) {
      return Answer.not(Judge.unexpected(reply));
    }
    if (json.get().path("scope").asString("").startsWith("PRE_VERIFICATION")) {
      return Answer.not(new Trouble.SignInAgain(
          "this user signs in with two factors, which works only in a browser; use an API key"));
    }
    Duration life = life(access);
    Tokens fresh = new Tokens(access, refresh, clock.instant().plus(life).minus(margin(life)));
    tokens = fresh;
    return Answer.ok(bearer(fresh));
  }

  private static Map<String, String> bearer(Tokens tokens) {
    return Map.of(HEADER, "Bearer " + tokens.access());
  }

  private static Duration margin(Duration life) {
    Duration tenth = life.dividedBy(10);
    return tenth.compareTo(Duration.ofMinutes(1)) < 0 ? tenth : Duration.ofMinutes(1);
  }

  /// How long a JSON Web Token lives, from its own `exp` and `iat`.
  private static Duration life(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return UNKNOWN_LIFE;
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(token.substring(first + 1, second)),
          StandardCharsets.UTF_8);
      long seconds = Json.parse(claims).map(j -> j.path("exp").asLong(0) - j.path("iat").asLong(0)).orElse(0L);
      return seconds > 0 ? Duration.ofSeconds(seconds) : UNKNOWN_LIFE;
    } catch (IllegalArgumentException e) {
      return UNKNOWN_LIFE;
    }
  }
}
