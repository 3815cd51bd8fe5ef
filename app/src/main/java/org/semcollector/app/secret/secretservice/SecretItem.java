package org.semcollector.app.secret.secretservice;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// A secret in a keyring.
@DBusInterfaceName("org.freedesktop.Secret.Item")
public interface SecretItem extends DBusInterface {
  /// The prompt that must be shown, "/" for none.
  @DBusMemberName("Delete")
  DBusPath delete();
}
