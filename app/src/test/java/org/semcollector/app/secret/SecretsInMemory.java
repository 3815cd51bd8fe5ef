package org.semcollector.app.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps secrets as long as the test runs; may be locked.
public final class SecretsInMemory implements SecretStore {
  public final Map<SecretName, Secret> kept = new HashMap<>();
  public boolean locked;

  @Override
  public String place() {
    return "the memory of the test";
  }

  @Override
  public boolean reachable() {
    return !locked;
  }

  @Override
  public Optional<Secret> get(SecretName name) throws SecretException {
    requireOpen();
    return Optional.ofNullable(kept.get(name));
  }

  @Override
  public String put(SecretName name, Secret secret) throws SecretException {
    requireOpen();
    kept.put(name, secret);
    return place();
  }

  @Override
  public void remove(SecretName name) throws SecretException {
    requireOpen();
    kept.remove(name);
  }

  private void requireOpen() throws SecretException {
    if (locked)
      throw new SecretException("The keyring is locked.");
  }
}
