package org.freedesktop;

import java.io.Serial;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/// Errors with which an object of this program answers on the bus. dbus-java sends an exception's class name as the
/// error's name, a dot for every `$`: these must be named as NetworkManager wants them, package and all.
public final class NetworkManager {
  private NetworkManager() {}

  /// `org.freedesktop.NetworkManager.SecretAgent`
  public static final class SecretAgent {
    private SecretAgent() {}

    /// NetworkManager gives up and asks nobody else.
    public static final class UserCanceled extends DBusExecutionException {
      @Serial
      private static final long serialVersionUID = 1;

      public UserCanceled(String message) {
        super(message);
      }
    }

    /// NetworkManager asks the next one.
    public static final class NoSecrets extends DBusExecutionException {
      @Serial
      private static final long serialVersionUID = 1;

      public NoSecrets(String message) {
        super(message);
      }
    }
  }
}
