package org.semcollector.app.secret.secretservice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;
import org.semcollector.app.secret.SecretException;

/// One conversation with the keyring: a connection, a session, a few questions.
final class Keyring implements AutoCloseable {
  private static final String NAME = "org.freedesktop.secrets";
  private static final String NONE = "/";
  private static final String ITEM = "org.freedesktop.Secret.Item.";

  private final DBusConnection bus;
  private final Duration patience;
  private final SecretService service;
  private final DBusPath session;

  /// @param address of the session bus
  /// @param patience how long the user may take to unlock the keyring
  Keyring(String address, Duration patience) throws DBusException {
    this.patience = patience;
    this.bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    try {
      this.service = object("/org/freedesktop/secrets", SecretService.class);
      this.session = service.openSession("plain", new Variant<>("")).second();
    } catch (DBusException | RuntimeException e) {
      bus.disconnect();
      throw e;
    }
  }

  Optional<byte[]> find(Map<String, String> attributes) throws DBusException, SecretException {
    List<DBusPath> items = items(attributes);
    return items.isEmpty()
        ? Optional.empty()
        : service.getSecrets(List.of(items.getFirst()), session).values().stream().findFirst()
            .map(SessionSecret::value);
  }

  void keep(String label, Map<String, String> attributes, String secret) throws DBusException, SecretException {
    DBusPath keyring = service.readAlias("default");
    if (NONE.equals(keyring.getPath()))
      throw new SecretException("there is no default keyring");
    unlock(List.of(keyring));
    Map<String, Variant<?>> properties = Map.of(ITEM + "Label", new Variant<>(label), ITEM + "Attributes",
        new Variant<>(attributes, "a{ss}"));
    var kept = new SessionSecret(session, new byte[0], secret.getBytes(StandardCharsets.UTF_8), "text/plain");
    show(object(keyring.getPath(), SecretCollection.class).createItem(properties, kept, true).second());
  }

  void forget(Map<String, String> attributes) throws DBusException, SecretException {
    for (DBusPath item : items(attributes))
      show(object(item.getPath(), SecretItem.class).delete());
  }

  /// The items with these attributes, unlocked.
  private List<DBusPath> items(Map<String, String> attributes) throws DBusException, SecretException {
    Pair<List<DBusPath>, List<DBusPath>> found = service.searchItems(attributes);
    if (!found.first().isEmpty() || found.second().isEmpty())
      return found.first();
    unlock(found.second());
    return service.searchItems(attributes).first();
  }

  private void unlock(List<DBusPath> objects) throws DBusException, SecretException {
    show(service.unlock(objects).second());
  }

  /// Lets the keyring ask the user and waits for the answer.
  private void show(DBusPath prompt) throws DBusException, SecretException {
    if (NONE.equals(prompt.getPath()))
      return;
    var answer = new CompletableFuture<Boolean>();
    var heard = bus.addSigHandler(SecretPrompt.Completed.class, completed -> {
      if (completed.getPath().equals(prompt.getPath()))
        answer.complete(completed.dismissed());
    });
    try (heard) {
      object(prompt.getPath(), SecretPrompt.class).prompt("");
      if (answer.get(patience.toMillis(), TimeUnit.MILLISECONDS))
        throw new SecretException("the keyring stays locked");
    } catch (TimeoutException e) {
      throw new SecretException("nobody unlocked the keyring", e);
    } catch (SecretException | DBusException e) {
      throw e;
    } catch (ExecutionException | InterruptedException e) {
      throw new SecretException("the keyring was not unlocked", e);
    } catch (Exception e) {
      throw new DBusException("the signal cannot be heard", e);
    }
  }

  private <T extends DBusInterface> T object(String path, Class<T> type) throws DBusException {
    return bus.getRemoteObject(NAME, path, type);
  }

  @Override
  public void close() {
    try {
      bus.close();
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(Keyring.class).debug("leaving the bus failed", e);
    }
  }
}
