package org.semcollector.app.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A password or key. Says nothing of itself unless asked by name.
public final class Secret {
  private final String text;

  /// @throws IllegalArgumentException when the text is blank
  public Secret(String text) {
    if (text.isBlank())
      throw new IllegalArgumentException("an empty secret");
    this.text = text;
  }

  /// The secret itself, for the one who must send it.
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8),
        secret.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return 0; // nothing may be learned from it, not even in a dump of a map
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
