package org.semcollector.app.secret.files;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.semcollector.app.secret.Secret;

/// A key made of a passphrase: PBKDF2 with HMAC-SHA-256, as often as OWASP advises in 2023. Argon2id would be better
/// against graphics cards, but Java brings none.
final class PassphraseKey implements SealKey {
  static final int ITERATIONS = 600_000;
  private static final int KEY_BITS = 256;

  private final Secret passphrase;

  PassphraseKey(Secret passphrase) {
    this.passphrase = passphrase;
  }

  @Override
  public String kind() {
    return "passphrase";
  }

  @Override
  public SecretKey key(byte[] salt, boolean make) throws GeneralSecurityException {
    var spec = new PBEKeySpec(passphrase.reveal().toCharArray(), salt, ITERATIONS, KEY_BITS);
    try {
      return new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(),
          "AES");
    } finally {
      spec.clearPassword();
    }
  }
}
