package org.semcollector.app.secret.files;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import org.semcollector.app.secret.SecretException;

/// Where the key of the encrypted file comes from.
interface SealKey {
  /// The word in the file that says which kind of key opens it.
  String kind();

  /// @param salt random bytes of the file
  /// @param make whether a key that does not exist yet may be made
  SecretKey key(byte[] salt, boolean make) throws SecretException, GeneralSecurityException;
}
