package org.semcollector.app.secret.secretservice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/// `/org/freedesktop/secrets`.
@DBusInterfaceName("org.freedesktop.Secret.Service")
public interface SecretService extends DBusInterface {
  /// @param algorithm "plain": the bus is a socket of the same user, and whoever may listen there may ask the keyring
  @DBusMemberName("OpenSession")
  Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input);

  /// Items that are open and items that are locked.
  @DBusMemberName("SearchItems")
  Pair<List<DBusPath>, List<DBusPath>> searchItems(Map<String, String> attributes);

  /// What was unlocked at once, and the prompt that must be shown for the rest ("/" for none).
  @DBusMemberName("Unlock")
  Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects);

  @DBusMemberName("GetSecrets")
  Map<DBusPath, SessionSecret> getSecrets(List<DBusPath> items, DBusPath session);

  /// The collection of a name, "/" for none.
  @DBusMemberName("ReadAlias")
  DBusPath readAlias(String name);
}
