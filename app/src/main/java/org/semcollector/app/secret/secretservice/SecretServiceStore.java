package org.semcollector.app.secret.secretservice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Secrets in the keyring of a Linux desktop. Every question opens a connection of its own: they are rare.
public final class SecretServiceStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(SecretServiceStore.class);

  private final Optional<String> address;
  private final Duration patience;

  /// @param address of the session bus; empty when there is none
  /// @param patience how long the user may take to unlock the keyring
  public SecretServiceStore(Optional<String> address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  /// Finds the session bus as `libdbus` does.
  public static Optional<String> sessionBus(Map<String, String> environment) {
    Optional<String> said = Optional.ofNullable(environment.get("DBUS_SESSION_BUS_ADDRESS"))
        .filter(text -> !text.isBlank());
    return said.or(() -> Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).map(Path::of)
        .map(folder -> folder.resolve("bus")).filter(Files::exists).map(socket -> "unix:path=" + socket));
  }

  /// A question to the keyring.
  private interface Question<T> {
    T ask(Keyring keyring) throws DBusException, SecretException;
  }

  @Override
  public String place() {
    return "the keyring of this computer";
  }

  @Override
  public boolean reachable() {
    if (address.isEmpty())
      return false;
    try {
      new Keyring(address.get(), patience).close();
      return true;
    } catch (DBusException | DBusExecutionException e) {
      LOG.debug("no keyring", e);
      return false;
    }
  }

  @Override
  public Optional<Secret> get(SecretName name) throws SecretException {
    return ask(keyring -> keyring.find(attributes(name))).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> !text.isBlank()).map(Secret::new);
  }

  @Override
  public String put(SecretName name, Secret secret) throws SecretException {
    String label = "SEM Collector: " + name.account() + " at " + name.server();
    return ask(keyring -> {
      keyring.keep(label, attributes(name), secret.reveal());
      return place();
    });
  }

  @Override
  public void remove(SecretName name) throws SecretException {
    ask(keyring -> {
      keyring.forget(attributes(name));
      return place();
    });
  }

  private <T> T ask(Question<T> question) throws SecretException {
    if (address.isEmpty())
      throw failed("there is no session bus", null);
    try (var keyring = new Keyring(address.get(), patience)) {
      return question.ask(keyring);
    } catch (DBusException | DBusExecutionException | SecretException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    }
  }

  private static SecretException failed(String why, @Nullable Exception cause) {
    String sentence = "The keyring of this computer cannot be used (" + why
        + "). The readings are not touched; unlock the keyring and try again, or give the sign-in each time.";
    return cause == null ? new SecretException(sentence) : new SecretException(sentence, cause);
  }

  private static Map<String, String> attributes(SecretName name) {
    return Map.of("application", "sem-collector", "server", name.server(), "account", name.account());
  }
}
