package org.semcollector.app.wifi.macos;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiFailure;

/// What macOS says, in the words of this program.
final class MacFailures {
  private static final String SETTINGS = "x-apple.systempreferences:com.apple.preference.security?";
  static final URI LOCATION_SETTINGS = URI.create(SETTINGS + "Privacy_LocationServices");
  static final URI LOCAL_NETWORK_SETTINGS = URI.create(SETTINGS + "Privacy_LocalNetwork");

  /// CWErr of CoreWLAN: denied, challenge failed, invalid key, key exchange without an answer; and -3900, "invalid
  /// parameter", which `networksetup` gives for a key that does not fit.
  private static final Set<Integer> ABOUT_KEY = Set.of(-3900, -3909, -3912, -3924, -3925);
  private static final int TIMEOUT = -3905;
  private static final int NOT_PERMITTED = -3930;

  private MacFailures() {}

  /// @param helper whether there is a helper that could be allowed; only the installed app has one
  static WifiFailure location(boolean helper) {
    if (!helper)
      return new WifiFailure.PermissionDenied(WifiFailure.Right.LOCATION,
          "macOS tells the names of Wi-Fi networks to installed apps only, and this program does not run as one: start the "
              + "app «SEM Collector». A meter can be joined by its name without it.",
          Optional.empty());
    return new WifiFailure.PermissionDenied(WifiFailure.Right.LOCATION,
        "macOS counts listing Wi-Fi networks as knowing where you are: in System Settings, Privacy & Security, Location "
            + "Services, switch on «SEM Collector», then try again. A meter can be joined by its name without it.",
        Optional.of(LOCATION_SETTINGS));
  }

  static WifiFailure localNetwork() {
    return new WifiFailure.PermissionDenied(WifiFailure.Right.LOCAL_NETWORK,
        "The meter was joined, but macOS keeps this program from talking to it: in System Settings, Privacy & Security, "
            + "Local Network, switch on «SEM Collector», then try again.",
        Optional.of(LOCAL_NETWORK_SETTINGS));
  }

  /// Why a meter could not be joined.
  ///
  /// @param code CWErr
  /// @param said what the system said in words
  static WifiFailure joining(JoinRequest request, int code, String said) {
    if (ABOUT_KEY.contains(code))
      return new WifiFailure.WrongPassword(request.meter().ssid(), request.passphrase().isEmpty());
    return switch (code) {
      case TIMEOUT -> new WifiFailure.TimedOut("joining " + request.meter().ssid(), request.limit());
      case NOT_PERMITTED -> new WifiFailure.PermissionDenied(WifiFailure.Right.POLICY,
          "This Mac lets only its administrator join networks. Ask the one who looks after it.", Optional.empty());
      default -> new WifiFailure.Other(said.isBlank() ? "error " + code : said.strip());
    };
  }
}
