package org.semcollector.app.wifi.networkmanager;

import java.io.Serial;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// An error that came over the bus, by its name there.
final class NmException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final String name;

  NmException(String name, String message) {
    super(message);
    this.name = name;
  }

  /// The connection to the bus failed.
  NmException(Throwable cause) {
    this("", cause);
  }

  private NmException(String name, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.name = name;
  }

  /// There is no bus to connect to.
  static NmException noBus(Throwable cause) {
    return new NmException(".ServiceUnknown", cause);
  }

  /// `org.freedesktop.NetworkManager.PermissionDenied`, `….Settings.PermissionDenied` and the bus's own `AccessDenied`.
  boolean isDenied() {
    return name.endsWith(".PermissionDenied") || name.endsWith(".AccessDenied") || name.endsWith(".NotAuthorized");
  }

  /// What is to be left has been left.
  boolean isNotActive() {
    return name.endsWith(".ConnectionNotActive");
  }

  /// Nobody on the bus answers to the name, or it does not know the method: too old.
  boolean isMissing() {
    return name.endsWith(".ServiceUnknown") || name.endsWith(".NameHasNoOwner") || name.endsWith(".UnknownMethod");
  }

  /// In the words of the port; who is denied something is told by [Permissions].
  WifiException failure() {
    return new WifiException(
        isMissing() ? NmWifiAdapter.UNSUPPORTED : new WifiFailure.Other(String.valueOf(getMessage())),
        this);
  }
}
