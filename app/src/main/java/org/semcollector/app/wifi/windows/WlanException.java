package org.semcollector.app.wifi.windows;

import java.io.Serial;

/// A function of Windows failed.
final class WlanException extends Exception {
  /// No right: the location consent for scanning, a policy for joining.
  static final int ACCESS_DENIED = 5;
  static final int INVALID_HANDLE = 6;
  static final int INVALID_PARAMETER = 87;
  /// A scan or a connection is under way.
  static final int BUSY = 170;
  /// The service for Wi-Fi is not there or was stopped.
  static final int SERVICE_NOT_ACTIVE = 1062;
  static final int NOT_FOUND = 1168;
  static final int BAD_PROFILE = 1206;
  static final int SERVER_UNAVAILABLE = 1722;
  /// Not connected.
  static final int INVALID_STATE = 5023;
  /// ERROR_NDIS_DOT11_POWER_STATE_INVALID: the radio is off.
  static final int RADIO_OFF = 0x80342002;

  @Serial
  private static final long serialVersionUID = 1;

  private final int code;

  WlanException(String function, int code) {
    super(function + " failed with error " + Integer.toUnsignedString(code));
    this.code = code;
  }

  int code() {
    return code;
  }

  /// Whether another handle might do: the service was restarted.
  boolean isStale() {
    return code == INVALID_HANDLE || code == SERVICE_NOT_ACTIVE || code == SERVER_UNAVAILABLE;
  }
}
