package org.semcollector.app.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;

/// Secrets in memory.
public final class MemorySecrets implements SecretStore {
  public final Map<SecretName, Secret> kept = new HashMap<>();

  @Override
  public String place() {
    return "the keyring of this computer";
  }

  @Override
  public boolean reachable() {
    return true;
  }

  @Override
  public Optional<Secret> get(SecretName name) {
    return Optional.ofNullable(kept.get(name));
  }

  @Override
  public String put(SecretName name, Secret secret) {
    kept.put(name, secret);
    return place();
  }

  @Override
  public void remove(SecretName name) {
    kept.remove(name);
  }
}
