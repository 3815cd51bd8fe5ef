package org.semcollector.app.secret.secretservice;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/// A keyring.
@DBusInterfaceName("org.freedesktop.Secret.Collection")
public interface SecretCollection extends DBusInterface {
  /// The item ("/" when a prompt must be shown first), and the prompt ("/" for none).
  @DBusMemberName("CreateItem")
  Pair<DBusPath, DBusPath> createItem(Map<String, Variant<?>> properties, SessionSecret secret, boolean replace);
}
