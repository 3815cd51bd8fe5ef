package org.semcollector.app.sync.networkmanager;

import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.semcollector.app.sync.server.NetworkCost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// NetworkManager's `Metered` (NMMetered: 0 unknown, 1 yes, 2 no, 3 guessed yes, 4 guessed no). A phone that shares its
/// network is usually guessed.
public final class NetworkManagerCost implements NetworkCost {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkManagerCost.class);
  private static final String NAME = "org.freedesktop.NetworkManager";
  private static final long YES = 1;
  private static final long GUESSED_YES = 3;

  private final Optional<String> address;

  /// @param address of the system bus; empty when there is none
  public NetworkManagerCost(Optional<String> address) {
    this.address = address;
  }

  @Override
  public boolean metered() {
    if (address.isEmpty())
      return false;
    try (var bus = DBusConnectionBuilder.forAddress(address.get()).withShared(false).build()) {
      Object value = bus.getRemoteObject(NAME, "/org/freedesktop/NetworkManager", Properties.class)
          .Get(NAME, "Metered");
      return value instanceof UInt32 number && (number.longValue() == YES || number.longValue() == GUESSED_YES);
    } catch (DBusException | DBusExecutionException | java.io.IOException e) {
      LOG.debug("NetworkManager does not say whether the network is metered", e);
      return false;
    }
  }
}
