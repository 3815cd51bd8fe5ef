package org.semcollector.app.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// The SHA-256 of a server's public key (SubjectPublicKeyInfo, DER), written as curl does: `sha256//` and Base64. It
/// stays the same when a certificate is renewed with the same key.
public record KeyPin(String text) {
  private static final String PREFIX = "sha256//";
  private static final int LENGTH = 32;

  /// @throws IllegalArgumentException with a sentence for users when this is no such pin
  public KeyPin {
    text = PREFIX + Base64.getEncoder().encodeToString(bytes(text.strip()));
  }

  /// The pin of a key.
  public static KeyPin of(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return new KeyPin(PREFIX + Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  // hexadecimal, with or without colons, is what browsers show
  private static byte[] bytes(String text) {
    try {
      String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
      byte[] bytes = hex.matches("[0-9a-f]{64}")
          ? HexFormat.of().parseHex(hex)
          : Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
      if (bytes.length == LENGTH) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException("\"" + text + "\" is not a key pin; it is the SHA-256 of the server's public "
        + "key, in Base64 or hexadecimal, as \"sem server test\" prints it.");
  }

  @Override
  public String toString() {
    return text;
  }
}
