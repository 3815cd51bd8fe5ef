package org.semcollector.protocol.meter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.protocol.Bytes;

/// What a set-up meter answers to `GET /token`: 56 ASCII characters, a 20-character ThingsBoard access token and the
/// 36-character UUID of its device profile. A secret: never logged, masked in [#toString].
public record MeterToken(String accessToken, UUID deviceProfileId) {
  public static final int LENGTH = 56;
  private static final int ACCESS_TOKEN_LENGTH = 20;

  /// @throws IllegalArgumentException when the access token is not 20 printable ASCII characters without blanks
  public MeterToken {
    if (!accessToken.matches("[!-~]{20}")) {
      throw new IllegalArgumentException("an access token has 20 printable ASCII characters");
    }
  }

  /// The token in a body, or empty when the body is not a token (unset, padded, cut, not ASCII).
  public static Optional<MeterToken> decode(Bytes body) {
    if (body.length() != LENGTH)
      return Optional.empty();
    String text = new String(body.toArray(), StandardCharsets.ISO_8859_1);
    String profile = text.substring(ACCESS_TOKEN_LENGTH);
    if (!profile.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
      return Optional.empty();
    String access = text.substring(0, ACCESS_TOKEN_LENGTH);
    return access.matches("[!-~]{20}")
        ? Optional.of(new MeterToken(access, UUID.fromString(profile)))
        : Optional.empty();
  }

  /// The 56 bytes for `POST /token`.
  public Bytes encode() {
    return Bytes.copyOf((accessToken + deviceProfileId).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "MeterToken[" + accessToken.substring(0, 3) + "…]";
  }
}
