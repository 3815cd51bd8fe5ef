package org.semcollector.app.wifi.networkmanager;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.NetworkManager;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.semcollector.app.wifi.WifiException;
import org.slf4j.LoggerFactory;

/// Answers when NetworkManager asks for a password. It asks the process that wants the network first, and it asks only
/// when the password that came with the profile does not fit. Without an answer from here the desktop would show its
/// password dialog.
final class RefusingAgent implements SecretAgent {
  private static final long NO_CAPABILITIES = 0;

  private final String ours;
  private volatile boolean asked;

  private RefusingAgent(UUID ours) {
    this.ours = ours.toString();
  }

  /// @param ours the profile that is answered for
  static RefusingAgent register(NmBus bus, UUID ours) throws NmException, WifiException {
    var agent = new RefusingAgent(ours);
    bus.export(NmNames.AGENT, agent);
    // a name of its own for every connection: NetworkManager may not have noticed yet that the last one has gone
    String name = "org.semcollector.agent" + bus.ownName().replaceAll("[^0-9]+", "-");
    bus.call(NmNames.AGENTS, NmNames.AGENT_MANAGER, "RegisterWithCapabilities", "su", name,
        new UInt32(NO_CAPABILITIES));
    return agent;
  }

  /// Whether the password was asked for again: it did not fit.
  boolean asked() {
    return asked;
  }

  @Override
  public Map<String, Map<String, Variant<?>>> getSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path,
      String setting, List<String> hints, UInt32 flags) {
    boolean forUs = Values.text(connection.getOrDefault("connection", Map.of()).get("uuid")).equals(ours);
    LoggerFactory.getLogger(RefusingAgent.class).debug("asked for {} of {}, ours: {}, flags {}", setting, path, forUs,
        flags);
    if (!forUs)
      throw new NetworkManager.SecretAgent.NoSecrets("not a network of this program");
    asked = true;
    throw new NetworkManager.SecretAgent.UserCanceled("the password does not fit");
  }

  @Override
  public void cancelGetSecrets(DBusPath path, String setting) {
    // every question is answered at once
  }

  @Override
  public void saveSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path) {
    // nothing is kept
  }

  @Override
  public void deleteSecrets(Map<String, Map<String, Variant<?>>> connection, DBusPath path) {
    // nothing is kept
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  @Override
  public String getObjectPath() {
    return NmNames.AGENT;
  }
}
