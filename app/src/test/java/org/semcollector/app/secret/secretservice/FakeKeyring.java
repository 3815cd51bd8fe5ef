package org.semcollector.app.secret.secretservice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/// A keyring on a bus, as far as a client can see. Locked or open; its prompt is answered at once.
final class FakeKeyring implements SecretService, SecretCollection, AutoCloseable {
  private static final String PATH = "/org/freedesktop/secrets";
  private static final String COLLECTION = PATH + "/collection/login";
  private static final DBusPath NONE = new DBusPath("/");

  /// An item of the keyring.
  private record Item(String label, Map<String, String> attributes, SessionSecret secret) {}

  /// Unlocks when shown, unless the user dismisses it.
  private record Prompt(FakeKeyring keyring, String path) implements SecretPrompt {
    @Override
    public String getObjectPath() {
      return path;
    }

    @Override
    public void prompt(String windowId) {
      keyring.answer(path);
    }
  }

  /// Deletes itself.
  private record Handle(FakeKeyring keyring, String path) implements SecretItem {
    @Override
    public String getObjectPath() {
      return path;
    }

    @Override
    public DBusPath delete() {
      keyring.items.remove(path);
      keyring.bus.unExportObject(path);
      return NONE;
    }
  }

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final DBusConnection bus;
  volatile boolean locked;
  volatile boolean dismiss;
  final AtomicInteger prompts = new AtomicInteger();
  private int lastItem;

  FakeKeyring(String address) throws DBusException {
    bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    bus.requestBusName("org.freedesktop.secrets");
    bus.exportObject(PATH, this);
    bus.exportObject(COLLECTION, new SecretCollection() {
      @Override
      public String getObjectPath() {
        return COLLECTION;
      }

      @Override
      public Pair<DBusPath, DBusPath> createItem(Map<String, Variant<?>> properties, SessionSecret secret,
          boolean replace) {
        return FakeKeyring.this.createItem(properties, secret, replace);
      }
    });
  }

  List<String> labels() {
    return items.values().stream().map(Item::label).toList();
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input) {
    if (!algorithm.equals("plain"))
      throw new IllegalArgumentException(algorithm);
    return new Pair<>(new Variant<>(""), new DBusPath(PATH + "/session/1"));
  }

  @Override
  public Pair<List<DBusPath>, List<DBusPath>> searchItems(Map<String, String> attributes) {
    List<DBusPath> found = new ArrayList<>();
    items.forEach((path, item) -> {
      if (item.attributes().entrySet().containsAll(attributes.entrySet()))
        found.add(new DBusPath(path));
    });
    return locked ? new Pair<>(List.of(), found) : new Pair<>(found, List.of());
  }

  @Override
  public Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects) {
    if (!locked)
      return new Pair<>(objects, NONE);
    String path = PATH + "/prompt/p" + prompts.incrementAndGet();
    try {
      bus.exportObject(path, new Prompt(this, path));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
    return new Pair<>(List.of(), new DBusPath(path));
  }

  private void answer(String path) {
    locked = dismiss;
    try {
      bus.sendMessage(new SecretPrompt.Completed(path, dismiss, new Variant<>("")));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<DBusPath, SessionSecret> getSecrets(List<DBusPath> wanted, DBusPath session) {
    Map<DBusPath, SessionSecret> secrets = new HashMap<>();
    for (DBusPath path : wanted) {
      Item item = items.get(path.getPath());
      if (item != null && !locked)
        secrets.put(path, new SessionSecret(session, new byte[0], item.secret().value(), "text/plain"));
    }
    return secrets;
  }

  @Override
  public DBusPath readAlias(String name) {
    return name.equals("default") ? new DBusPath(COLLECTION) : NONE;
  }

  @Override
  @SuppressWarnings("unchecked") // the type is on the wire
  public Pair<DBusPath, DBusPath> createItem(Map<String, Variant<?>> properties, SessionSecret secret,
      boolean replace) {
    Map<String, String> attributes = (Map<String, String>) properties
        .getOrDefault("org.freedesktop.Secret.Item.Attributes", new Variant<>("")).getValue();
    String label = (String) properties.getOrDefault("org.freedesktop.Secret.Item.Label", new Variant<>("")).getValue();
    items.values().removeIf(item -> replace && item.attributes().equals(attributes));
    String path = COLLECTION + "/" + ++lastItem;
    items.put(path, new Item(label, Map.copyOf(attributes), secret));
    try {
      bus.exportObject(path, new Handle(this, path));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
    return new Pair<>(new DBusPath(path), NONE);
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
