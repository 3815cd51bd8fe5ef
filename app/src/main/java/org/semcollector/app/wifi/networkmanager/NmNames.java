package org.semcollector.app.wifi.networkmanager;

/// NetworkManager's names on the bus.
final class NmNames {
  static final String NM = "org.freedesktop.NetworkManager";
  static final String DEVICE = NM + ".Device";
  static final String WIRELESS = NM + ".Device.Wireless";
  static final String ACCESS_POINT = NM + ".AccessPoint";
  static final String ACTIVE = NM + ".Connection.Active";
  static final String PROFILE = NM + ".Settings.Connection";
  static final String AGENT_MANAGER = NM + ".AgentManager";

  static final String ROOT = "/org/freedesktop/NetworkManager";
  static final String AGENTS = ROOT + "/AgentManager";
  /// Where NetworkManager looks for an agent in the process that registered it.
  static final String AGENT = ROOT + "/SecretAgent";
  /// No object.
  static final String NONE = "/";

  private NmNames() {}
}
