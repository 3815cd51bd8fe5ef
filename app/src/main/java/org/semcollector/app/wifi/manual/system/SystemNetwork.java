package org.semcollector.app.wifi.manual.system;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.LocalNetwork;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.semcollector.app.wifi.manual.Neighbour;
import org.semcollector.app.wifi.manual.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adapters as Java lists them; neighbours from Linux's table, elsewhere from the system's `arp` command.
public final class SystemNetwork implements LocalNetwork {
  private static final Logger LOG = LoggerFactory.getLogger(SystemNetwork.class);
  private static final long COMMAND_SECONDS = 3;

  private final Path table;
  private final List<String> command;

  /// @param table the file with the neighbour table, where the system has one
  /// @param command prints the table elsewhere
  SystemNetwork(Path table, List<String> command) {
    this.table = table;
    this.command = List.copyOf(command);
  }

  /// For this computer.
  ///
  /// @param osName as the system property os.name has it
  public static SystemNetwork of(String osName) {
    boolean windows = osName.startsWith("Windows");
    return new SystemNetwork(Path.of("/proc/net/arp"), windows
        ? List.of("arp", "-a", MeterNetwork.ADDRESS)
        : List.of("/usr/sbin/arp", "-n", MeterNetwork.ADDRESS));
  }

  @Override
  public List<LocalAddress> addresses() {
    var found = new ArrayList<LocalAddress>();
    try {
      for (NetworkInterface adapter : NetworkInterface.networkInterfaces().toList()) {
        if (adapter.isUp() && !adapter.isLoopback())
          add(found, adapter);
      }
    } catch (SocketException e) {
      LOG.warn("the adapters cannot be listed", e);
    }
    return List.copyOf(found);
  }

  private static void add(List<LocalAddress> found, NetworkInterface adapter) throws SocketException {
    for (InterfaceAddress address : adapter.getInterfaceAddresses()) {
      // Windows has entries without an address while an adapter is being set up
      if (address.getAddress() != null)
        found.add(new LocalAddress(adapter.getName(), Objects.requireNonNullElse(adapter.getDisplayName(), ""),
            address.getAddress(), address.getNetworkPrefixLength(), adapter.isPointToPoint()));
    }
  }

  @Override
  public List<Neighbour> atMeterAddress() {
    try {
      String text = Files.isReadable(table) ? Files.readString(table, StandardCharsets.ISO_8859_1) : printed();
      return Neighbours.read(text).stream().filter(one -> one.address().equals(MeterNetwork.ADDRESS)).toList();
    } catch (IOException e) {
      LOG.info("the neighbour table cannot be read: {}", e.toString());
      return List.of();
    }
  }

  /// What the command prints within its time; nothing when it takes longer.
  private String printed() throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS))
        return "";
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (InterruptedException e) {
      return "";
    } finally {
      process.destroyForcibly();
    }
  }
}
