package org.semcollector.app.secret;

import java.util.Optional;

/// Keeps secrets from one start of the program to the next.
public interface SecretStore {
  /// Where secrets are kept, in words for users: "the keyring of this computer".
  String place();

  /// Whether it can be used on this computer now.
  boolean reachable();

  /// Reads a secret; empty when none is kept under the name.
  Optional<Secret> get(SecretName name) throws SecretException;

  /// Keeps a secret; a former one of the same name is replaced.
  ///
  /// @return where it is kept now, as [#place]
  String put(SecretName name, Secret secret) throws SecretException;

  /// Forgets a secret, if there is one.
  void remove(SecretName name) throws SecretException;
}
