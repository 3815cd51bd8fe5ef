package org.semcollector.app.sync.networkmanager;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// Against a made-up NetworkManager on a bus of its own.
class NetworkManagerCostIT {
  /// Says one number.
  private record FakeManager(long metered) implements Properties {
    @Override
    public String getObjectPath() {
      return "/org/freedesktop/NetworkManager";
    }

    @Override
    // the library declares it so; a property is of the type it holds
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String type, String name) {
      return (A) new Variant<>(new UInt32(metered));
    }

    @Override
    public <A> void Set(String type, String name, A value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
      return Map.of();
    }
  }

  @Test
  void onlyAYesIsMetered(@TempDir Path folder) throws Exception {
    String address = "unix:path=" + folder.resolve("bus");
    var cost = new NetworkManagerCost(Optional.of(address));
    assertFalse(cost.metered(), "there is no bus");
    try (var daemon = new EmbeddedDBusDaemon(address + ",listen=true")) {
      daemon.startInBackgroundAndWait(60_000);
      assertFalse(cost.metered(), "there is no NetworkManager");
      try (var bus = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
        bus.requestBusName("org.freedesktop.NetworkManager");
        boolean[] expected = {false, true, false, true, false};
        for (int said = 0; said < expected.length; said++) {
          bus.exportObject("/org/freedesktop/NetworkManager", new FakeManager(said));
          assertEquals(expected[said], cost.metered(), "NMMetered " + said);
          bus.unExportObject("/org/freedesktop/NetworkManager");
        }
      }
    }
    assertFalse(new NetworkManagerCost(Optional.empty()).metered());
  }
}
