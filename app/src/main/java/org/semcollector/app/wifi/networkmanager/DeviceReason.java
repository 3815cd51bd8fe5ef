package org.semcollector.app.wifi.networkmanager;

import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// NMDeviceStateReason of a radio that failed, in the words of the port.
final class DeviceReason {
  private static final int IP_CONFIG_UNAVAILABLE = 5;
  private static final int IP_CONFIG_EXPIRED = 6;
  private static final int NO_SECRETS = 7;
  private static final int SUPPLICANT_DISCONNECT = 8;
  private static final int SUPPLICANT_CONFIG_FAILED = 9;
  private static final int SUPPLICANT_FAILED = 10;
  private static final int SUPPLICANT_TIMEOUT = 11;
  private static final int DHCP_START_FAILED = 15;
  private static final int DHCP_ERROR = 16;
  private static final int DHCP_FAILED = 17;
  private static final int REMOVED = 36;
  private static final int SSID_NOT_FOUND = 53;

  private DeviceReason() {}

  /// @param passwordAsked NetworkManager asked for the password again before it gave up
  static WifiFailure failure(long reason, Ssid meter, boolean passwordAsked) {
    return switch ((int) reason) {
      case NO_SECRETS -> new WifiFailure.WrongPassword(meter, false);
      case SUPPLICANT_DISCONNECT, SUPPLICANT_CONFIG_FAILED, SUPPLICANT_FAILED, SUPPLICANT_TIMEOUT -> passwordAsked
          ? new WifiFailure.WrongPassword(meter, false)
          : new WifiFailure.Other(meter + " ended the connection (reason " + reason + ")");
      case IP_CONFIG_UNAVAILABLE, IP_CONFIG_EXPIRED, DHCP_START_FAILED, DHCP_ERROR, DHCP_FAILED ->
        new WifiFailure.NoDhcp(meter);
      case SSID_NOT_FOUND -> new WifiFailure.NotFound(meter);
      case REMOVED -> new WifiFailure.NoAdapter();
      default -> new WifiFailure.Other("joining " + meter + " failed (reason " + reason + ")");
    };
  }
}
