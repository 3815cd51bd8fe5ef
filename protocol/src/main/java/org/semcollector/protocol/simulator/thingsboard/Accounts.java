package org.semcollector.protocol.simulator.thingsboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Users, their passwords, signed tokens and API keys.
final class Accounts {
  static final Duration ACCESS_TIME = Duration.ofMinutes(150);
  static final Duration REFRESH_TIME = Duration.ofDays(7);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SplittableRandom random;
  private final String secret;
  private final Map<String, SimulatedUser> users = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, SimulatedUser> apiKeys = new HashMap<>();
  private Duration accessTime = ACCESS_TIME;

  /// What a header proves.
  sealed interface Proof {
    record Known(SimulatedUser user) implements Proof {}

    record Expired() implements Proof {}

    record Unknown() implements Proof {}
  }

  Accounts(SplittableRandom random) {
    this.random = random;
    this.secret = Long.toHexString(random.nextLong());
  }

  void add(SimulatedUser user, String password) {
    users.put(user.email(), user);
    passwords.put(user.email(), password);
  }

  void accessTime(Duration newTime) {
    accessTime = newTime;
  }

  /// A key of the real form: `tb_` and 86 characters.
  String createApiKey(String email) {
    var bytes = new byte[64];
    random.nextBytes(bytes);
    String key = "tb_" + BASE64.encodeToString(bytes);
    apiKeys.put(key, Optional.ofNullable(users.get(email)).orElseThrow());
    return key;
  }

  void revoke(String apiKey) {
    apiKeys.remove(apiKey);
  }

  Optional<SimulatedUser> login(String email, String password) {
    return password.equals(passwords.get(email)) ? Optional.ofNullable(users.get(email)) : Optional.empty();
  }

  Json tokens(SimulatedUser user, Instant now) {
    return Json.obj("token", token(user, now, accessTime, user.authority()), "refreshToken",
        token(user, now, REFRESH_TIME, "REFRESH_TOKEN"));
  }

  Proof refresh(String refreshToken, Instant now) {
    return prove(refreshToken, now, true);
  }

  Proof authenticate(ServerRequest request, Instant now) {
    String header = request.header("X-Authorization").or(() -> request.header("Authorization")).orElse("");
    if (header.startsWith("ApiKey ")) {
      SimulatedUser user = apiKeys.get(header.substring("ApiKey ".length()));
      return user == null ? new Proof.Unknown() : new Proof.Known(user);
    }
    return header.startsWith("Bearer ") ? prove(header.substring("Bearer ".length()), now, false) : new Proof.Unknown();
  }

  private Proof prove(String token, Instant now, boolean refresh) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || !parts[2].equals(signature(parts[0] + "." + parts[1])))
      return new Proof.Unknown();
    try {
      String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      var claims = (Json.Obj) JsonReader.read(payload);
      SimulatedUser user = users.get(claims.text("sub").orElse(""));
      boolean isRefresh = payload.contains("REFRESH_TOKEN");
      if (user == null || isRefresh != refresh)
        return new Proof.Unknown();
      long expires = ((Json.Num) claims.get("exp").orElseThrow()).value().longValue();
      return now.getEpochSecond() >= expires ? new Proof.Expired() : new Proof.Known(user);
    } catch (JsonReader.Malformed e) {
      throw new IllegalStateException("a token signed here is not JSON", e);
    }
  }

  private String token(SimulatedUser user, Instant now, Duration time, String scope) {
    String head = encode("{\"alg\":\"HS512\"}");
    String payload = encode(Json.obj("sub", user.email(), "userId", user.id().toString(), "scopes",
        Json.arr(List.of(new Json.Text(scope))), "iss", "thingsboard.io", "iat", now.getEpochSecond(), "exp",
        now.plus(time).getEpochSecond(), "jti", new UUID(random.nextLong(), random.nextLong()).toString()).text());
    return head + "." + payload + "." + signature(head + "." + payload);
  }

  private String signature(String content) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-512").digest((secret + content).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-512", e);
    }
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
