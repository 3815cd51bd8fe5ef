package org.semcollector.app.setup;

import java.util.Optional;
import java.util.regex.Pattern;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;

/// A meter's token as people paste it. A meter stores whatever it is sent and can be made to hang by it, so nothing but a
/// whole token is ever sent.
public final class TokenText {
  private static final int ACCESS_LENGTH = 20;
  private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private TokenText() {}

  /// The token in a text, blanks around it left out; empty when it is none, see [#problem].
  public static Optional<MeterToken> parse(String text) {
    String stripped = text.strip();
    return problem(stripped).isPresent()
        ? Optional.empty()
        : MeterToken.decode(Bytes.copyOf(stripped.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  /// Which text explains what is wrong, a key of the bundle `setup`; empty when the text is a token.
  static Optional<String> problem(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty())
      return Optional.of("token.empty");
    if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7F))
      return Optional.of("token.characters");
    if (stripped.length() == ACCESS_LENGTH)
      return Optional.of("token.access.only");
    if (UUID_FORM.matcher(stripped).matches())
      return Optional.of("token.profile.only");
    if (stripped.length() != MeterToken.LENGTH)
      return Optional.of("token.length");
    return UUID_FORM.matcher(stripped.substring(ACCESS_LENGTH)).matches()
        ? Optional.empty()
        : Optional.of("token.profile");
  }
}
