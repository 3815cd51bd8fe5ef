package org.semcollector.app.secret.secretservice;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// The keyring's own question to the user.
@DBusInterfaceName("org.freedesktop.Secret.Prompt")
public interface SecretPrompt extends DBusInterface {
  /// Shows it.
  @DBusMemberName("Prompt")
  void prompt(String windowId);

  /// The user answered.
  class Completed extends DBusSignal {
    private final boolean dismissed;

    public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
      super(path, dismissed, result);
      this.dismissed = dismissed;
    }

    boolean dismissed() {
      return dismissed;
    }
  }
}
