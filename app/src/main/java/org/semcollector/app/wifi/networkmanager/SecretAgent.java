package org.semcollector.app.wifi.networkmanager;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// Whom NetworkManager asks for passwords. Public, because the bus calls it by reflection.
@DBusInterfaceName("org.freedesktop.NetworkManager.SecretAgent")
public interface SecretAgent extends DBusInterface {
  /// @param connection the profile, `a{sa{sv}}`
  /// @param flags 1 the user may be asked, 2 what is known does not fit, 4 a user wants this network
  @DBusMemberName("GetSecrets")
  Map<String, Map<String, Variant<?>>> getSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path,
      String setting, List<String> hints, UInt32 flags);

  @DBusMemberName("CancelGetSecrets")
  void cancelGetSecrets(DBusPath path, String setting);

  @DBusMemberName("SaveSecrets")
  void saveSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path);

  @DBusMemberName("DeleteSecrets")
  void deleteSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path);
}
