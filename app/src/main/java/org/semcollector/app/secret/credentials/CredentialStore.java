package org.semcollector.app.secret.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;

/// Secrets as generic credentials of the Windows user. Written after Microsoft's documentation; never run on Windows.
public final class CredentialStore implements SecretStore {
  private final CredentialApi api;

  public CredentialStore(CredentialApi api) {
    this.api = api;
  }

  @Override
  public String place() {
    return "the credential manager of this computer";
  }

  @Override
  public boolean reachable() {
    return true;
  }

  @Override
  public Optional<Secret> get(SecretName name) throws SecretException {
    try {
      return api.read(target(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .filter(text -> !text.isBlank()).map(Secret::new);
    } catch (WindowsException e) {
      throw failed(e);
    }
  }

  @Override
  public String put(SecretName name, Secret secret) throws SecretException {
    try {
      api.write(target(name), name.account(), secret.reveal().getBytes(StandardCharsets.UTF_8));
      return place();
    } catch (WindowsException e) {
      throw failed(e);
    }
  }

  @Override
  public void remove(SecretName name) throws SecretException {
    try {
      api.delete(target(name));
    } catch (WindowsException e) {
      throw failed(e);
    }
  }

  private static String target(SecretName name) {
    return "SEM Collector: " + name.account() + " at " + name.server();
  }

  private static SecretException failed(WindowsException e) {
    return new SecretException("The credential manager of this computer cannot be used (" + e.getMessage()
        + "). The readings are not touched; give the sign-in each time, or try again.", e);
  }
}
