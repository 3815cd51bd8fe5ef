package org.semcollector.app.wifi.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiFailure;

/// Commands of `networksetup` and what its texts mean. It ends with 0 whatever happened; only the text tells.
final class NetworkSetup {
  static final String PROGRAM = "/usr/sbin/networksetup";

  private static final Pattern WIFI_DEVICE = Pattern.compile("Hardware Port: (?:Wi-Fi|AirPort)\\R\\s*Device: (\\S+)");
  private static final Pattern CURRENT = Pattern.compile("Current (?:Wi-Fi|AirPort) Network: (.+)");
  private static final Pattern POWER_OFF = Pattern.compile("Power \\([^)]*\\): Off|power is currently off");
  private static final Pattern ERROR = Pattern.compile("[Ee]rror:? (-?\\d+)");

  private NetworkSetup() {}

  static List<String> ports() {
    return List.of(PROGRAM, "-listallhardwareports");
  }

  /// "en0".
  static Optional<String> device(String ports) {
    Matcher found = WIFI_DEVICE.matcher(ports);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  static List<String> power(String device) {
    return List.of(PROGRAM, "-getairportpower", device);
  }

  static List<String> power(String device, String state) {
    return List.of(PROGRAM, "-setairportpower", device, state);
  }

  static boolean isOff(String said) {
    return POWER_OFF.matcher(said).find();
  }

  static List<String> current(String device) {
    return List.of(PROGRAM, "-getairportnetwork", device);
  }

  /// Since macOS 15 it says that there is none, whether there is one or not.
  static Optional<String> network(String current) {
    Matcher found = CURRENT.matcher(current);
    return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }

  /// The password is an argument for want of another way, readable by every user of the machine while it runs.
  static List<String> join(String device, String network, Optional<Secret> password) {
    var command = new ArrayList<>(List.of(PROGRAM, "-setairportnetwork", device, network));
    password.map(Secret::reveal).ifPresent(command::add);
    return command;
  }

  /// So that macOS does not join the meter by itself later.
  static List<String> forget(String device, String network) {
    return List.of(PROGRAM, "-removepreferredwirelessnetwork", device, network);
  }

  /// Why a join failed; empty when it did not. Silence is success.
  static Optional<WifiFailure> failure(String said, JoinRequest request) {
    if (said.isBlank())
      return Optional.empty();
    if (said.contains("Could not find network"))
      return Optional.of(new WifiFailure.NotFound(request.meter().ssid()));
    if (isOff(said))
      return Optional.of(new WifiFailure.RadioOff(false));
    Matcher code = ERROR.matcher(said);
    if (code.find())
      return Optional.of(MacFailures.joining(request, Integer.parseInt(code.group(1)), said));
    if (said.contains("Failed to join network"))
      return Optional.of(new WifiFailure.WrongPassword(request.meter().ssid(), request.passphrase().isEmpty()));
    return Optional.of(new WifiFailure.Other(said.strip()));
  }
}
